import {defineConfig} from 'vitest/config'
import {BaseSequencer, type TestSpecification} from 'vitest/node'

/** The long files first, so that the short ones fill what is left of every core. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({project}: TestSpecification) =>
      project.config.sequence.groupOrder * 2 + (project.name === 'slow' ? 0 : 1)
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    reporters: process.env.NEWSROOM_TEST_REPORT ? ['default', 'json'] : ['default'],
    outputFile: process.env.NEWSROOM_TEST_REPORT ? {json: process.env.NEWSROOM_TEST_REPORT} : {},
    hookTimeout: 60_000,
    // Vitest would leave a core to itself; of two, that is half.
    maxWorkers: '100%',
    sequence: {sequencer: LongFilesFirst},
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          sequence: {groupOrder: 0},
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/**/*.slow.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          sequence: {groupOrder: 0},
          environment: 'node',
          include: ['test/**/*.slow.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // By themselves, last: a browser test that shares two cores with others waits for them, not for Studio.
          sequence: {groupOrder: 1},
          environment: 'node',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          // Where the machine itself is held up, Studio comes later than anyone waits; a fault comes again.
          retry: 1,
        },
      },
    ],
  },
})
