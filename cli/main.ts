import {Command, CommanderError} from 'commander'
import packageJson from '../package.json' with {type: 'json'}
import {addCommands} from './commands/index.ts'
import {CommandError, exitCodeMeanings, exitCodes} from './exit-codes.ts'

/** Runs the `newsroom` command; the promise gives its exit code. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const program = new Command('newsroom')
    .description('Raw copy in, documents an editor can revise out.')
    .version(packageJson.version)
    .showHelpAfterError('(newsroom --help lists the commands)')
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes
${Object.entries(exitCodeMeanings)
  .map(([code, meaning]) => `  ${code.padEnd(3)}  ${meaning}`)
  .join('\n')}

Examples
  $ newsroom parse story.txt                        what the importer understood, as a page
  $ newsroom parse --json wire/*.xml                the same as JSON, one object an item
  $ pbpaste | newsroom import -                     import what is on the clipboard
  $ newsroom import wire/ --dry-run                 what an import would do
  $ newsroom query '*[_type == "article"]{headline}'  what is stored
  $ newsroom start story.txt                        import and open Studio on it, on this machine alone
  $ newsroom lake                                   serve the dataset to Studio and clients

Without --project all of it happens on this machine, in the folder .newsroom. "newsroom <command> --help" has more.`,
    )
  let exitCode: number = exitCodes.ok
  addCommands(program, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv, {from: 'user'})
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    if (error instanceof CommandError) {
      process.stderr.write(`newsroom: ${error.message}\n`)
      return error.exitCode
    }
    throw error
  }
}

/** Runs the command of this process and sets its exit code. */
export async function runProcess(): Promise<void> {
  // A reader that stops listening (`newsroom export | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok)
    throw error
  })
  process.exitCode = await runCommandLine(process.argv.slice(2))
}

if (import.meta.main) await runProcess()
