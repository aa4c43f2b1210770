import {Option, type Command} from 'commander'
import {addHelp} from './help.ts'
import {helpTexts} from './help-texts.ts'
import {collect, local, port, positiveInteger, wholeNumber, withDataset} from './options.ts'

/** Adds every command. Each one's code is loaded only when it runs, so that `newsroom --help` is quick. */
export function addCommands(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('parse')
    .description('show what the importer understands of copy; nothing is stored')
    .argument('<file...>', 'files to read; - for standard input')
    .option('--json', 'one JSON object per item, a line each')
    .option('--format <format>', 'read as this format, whatever it looks like')
    .action(async (files: string[], options: {json?: boolean; format?: string}) => {
      const {parseCommand} = await import('./parse.ts')
      setExitCode(await parseCommand(files, options))
    })

  withDataset(
    program
      .command('import')
      .description('import copy into the dataset')
      .argument('<file...>', 'files and folders to import; - for standard input'),
  )
    .option('--dry-run', 'say what would be done; write nothing')
    .option('--concurrency <n>', 'transactions under way at once against a server', positiveInteger, 4)
    .option('--shard <i/n>', 'import only the i-th of n equal shares of the files')
    .option('--ledger <file>', 'note finished files in this file, and pass over those that it holds')
    .option('--json', 'print the closing report as JSON')
    .action(async (files: string[], options) => {
      const {importCommand} = await import('./import.ts')
      setExitCode(await importCommand(files, options))
    })

  withDataset(
    program
      .command('query')
      .description('run a GROQ query; prints the result as JSON and nothing else')
      .argument('<groq>', 'the query'),
  )
    .addOption(
      new Option('--param <key=value>', 'a parameter; the value is JSON or else a string; repeatable')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(
      new Option('--perspective <name>', 'which documents are seen')
        .choices(['raw', 'published', 'drafts'])
        .default('raw', 'raw: all, drafts beside what is published'),
    )
    .option(
      '--explain',
      'tell how the query is evaluated (which index, how many documents) instead of its result',
    )
    .action(async (groq: string, options) => {
      const {queryCommand} = await import('./query.ts')
      setExitCode(await queryCommand(groq, options))
    })

  withDataset(
    program
      .command('export')
      .description('write all documents as NDJSON, as "sanity dataset import" takes it'),
  )
    .option('--out <file>', 'write to this file instead of standard output')
    .action(async (options) => {
      const {exportCommand} = await import('./export.ts')
      setExitCode(await exportCommand(options))
    })

  program
    .command('load')
    .description(
      'load documents (NDJSON, as "newsroom export" and "sanity dataset export" write them) into the local lake',
    )
    .argument('<file>', 'the file, gzipped or not; - for standard input')
    .option('--replace', 'replace documents whose id is there already')
    .option('--missing', 'keep documents whose id is there already')
    .option('--data <dir>', 'folder of the embedded dataset', '.newsroom')
    .option('--dataset <name>', 'dataset', 'production')
    .option('--json', 'print the closing report as JSON')
    .action(async (file: string, options) => {
      const {loadCommand} = await import('./load.ts')
      setExitCode(await loadCommand(file, options))
    })

  withDataset(
    program
      .command('watch')
      .description('import what arrives in folders, and go on')
      .argument('<dir...>', 'folders to watch, and the folders in them'),
  )
    .option(
      '--leave',
      'leave files where they are and keep a ledger, instead of moving them to done/ and failed/',
    )
    .option('--once', 'end when there is nothing more to do')
    .option('--interval <ms>', 'pause between looks, in milliseconds', positiveInteger, 1000)
    .option(
      '--settle <ms>',
      'how long a file must not change before it is read, in milliseconds',
      wholeNumber,
      2000,
    )
    .action(async (folders: string[], options) => {
      const {watchCommand} = await import('./watch.ts')
      setExitCode(await watchCommand(folders, options))
    })

  withDataset(
    program.command('receive').description('take copy that agencies push: POST /wire with a bearer token'),
  )
    .requiredOption('--spool <dir>', 'folder in which copy is kept until it is imported')
    .option('--port <port>', 'port to listen on; 0 for any free one', port, 8042)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async (options) => {
      const {receiveCommand} = await import('./receive.ts')
      setExitCode(await receiveCommand(options))
    })

  local(program.command('lake').description('serve the dataset over Sanity’s HTTP API'))
    .addOption(
      new Option('--limits <name>', 'refuse what the hosted Content Lake would refuse as too much')
        .choices(['none', 'content-lake'])
        .default('none'),
    )
    .action(async (options) => {
      const {lakeCommand} = await import('./lake.ts')
      setExitCode(await lakeCommand(options))
    })

  local(
    program
      .command('start')
      .description('import the sample (or the files given) and open the Studio of this folder on it')
      .argument('[file...]', 'files and folders to import instead of the sample'),
  )
    .option('--no-studio', 'import and show what was made, and stop there')
    .action(async (files: string[], options) => {
      const {startCommand} = await import('./start.ts')
      setExitCode(await startCommand(files, options))
    })

  local(
    program.command('dev').description('the Studio of this folder with hot reload, on the local lake'),
  ).action(async (options) => {
    const {devCommand} = await import('./dev.ts')
    setExitCode(await devCommand(options))
  })

  program
    .command('sanity')
    .description('run the Sanity command line against the local lake')
    .argument('[arguments...]', 'as for "sanity"')
    .option('--data <dir>', 'folder of the local lake', '.newsroom')
    .option('--dataset <name>', 'dataset', 'production')
    .allowUnknownOption()
    .passThroughOptions()
    .helpOption(false)
    .action(async (args: string[], options: {data: string; dataset: string}) => {
      const {sanityCommand} = await import('./sanity.ts')
      setExitCode(await sanityCommand(args, options))
    })

  for (const command of program.commands) {
    const help = helpTexts[command.name()]
    if (help) addHelp(command, help)
  }
}
