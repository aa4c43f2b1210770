import {Command} from 'commander'
import {afterAll, describe, expect, test} from 'vitest'
import {addCommands} from '../../cli/commands/index.ts'
import {helpTexts} from '../../cli/commands/help-texts.ts'
import {makeFolder, runNewsroom} from './run-newsroom.ts'

const {folder, remove} = makeFolder()
afterAll(remove)
const run = (...args: string[]) => runNewsroom(args, {folder})

describe('help', () => {
  test('there are examples for every command but sanity, which has its own help', () => {
    const program = new Command().enablePositionalOptions()
    addCommands(program, () => {})
    const names = program.commands.map((command) => command.name())
    expect(Object.keys(helpTexts).toSorted()).toEqual(names.filter((name) => name !== 'sanity').toSorted())
  })

  test('newsroom --help names every command, and every exit code', async () => {
    const {code, stdout} = await run('--help')
    expect(code).toBe(0)
    for (const name of [...Object.keys(helpTexts), 'sanity'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    for (const exitCode of [0, 1, 2, 3, 130]) expect(stdout).toMatch(new RegExp(`^  ${exitCode} `, 'm'))
  })

  test('each command’s help has examples that name it, and its exit codes', async () => {
    const helps = await Promise.all(Object.keys(helpTexts).map((name) => run(name, '--help')))
    for (const [index, name] of Object.keys(helpTexts).entries()) {
      expect(helps[index]).toMatchObject({code: 0, stderr: ''})
      expect(helps[index]!.stdout).toMatch(new RegExp(`Examples\\n  \\$ .*newsroom ${name}\\b`))
      expect(helps[index]!.stdout).toMatch(/Exit codes\n {2}0 {4}done/)
    }
  })

  test.for([
    [['import', '--frob', 'x'], 'Allowed here: --data <dir>'],
    [['query'], 'Usage: newsroom query [options] <groq>'],
    [['lake', '--port', '99999'], 'Write a whole number from 0 to 65535.'],
    [
      ['lake', '--allow-origin', 'localhost:4321'],
      'Write scheme, host and port, as in http://localhost:4321.',
    ],
    [['lake', '--limits', 'all'], 'Allowed choices are none, content-lake.'],
    [['lake', '--dataset', 'Wire!'], '"Wire!" is no dataset name. Allowed: lower-case letters'],
    [['query', '*', '--perspective', 'all'], 'Allowed choices are raw, published, drafts.'],
    [['parse', '--format', 'pdf', 'x'], 'Allowed: ninjs'],
    [['imprt', 'x'], 'Did you mean import?'],
  ] as const)('a wrong command line says what is allowed, and ends with 2: %s', async ([args, said]) => {
    const {code, stdout, stderr} = await run(...args)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(said)
  })
})
