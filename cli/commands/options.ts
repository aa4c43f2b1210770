import {InvalidArgumentError, type Command} from 'commander'

/** The options of a command that works on any dataset. */
export function withDataset(command: Command): Command {
  return command
    .option('--data <dir>', 'folder of the local dataset; made when it is not there', '.newsroom')
    .option('--dataset <name>', 'dataset', 'production')
    .option('--project <id>', 'a hosted project instead; needs SANITY_AUTH_TOKEN in the environment')
    .option('--api-host <url>', 'another server that speaks Sanity’s HTTP API, such as a running lake')
}

/** The options of a command that serves the local lake. */
export function local(command: Command): Command {
  return command
    .option('--data <dir>', 'folder of the local dataset; made when it is not there', '.newsroom')
    .option('--dataset <name>', 'dataset', 'production')
    .option('--port <port>', 'port to listen on; 0 for any free one (default: 3333, or a free one)', port)
    .option(
      '--allow-origin <origin>',
      'a page that may ask the lake, as http://localhost:4321 of your site; may be given again',
      origin,
      [],
    )
}

/** The origin of a web page: scheme, host and port. */
function origin(value: string, before: string[]): string[] {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== value.replace(/\/$/, ''))
    throw new InvalidArgumentError('Write scheme, host and port, as in http://localhost:4321.')
  return [...before, url.origin]
}

export function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

export function port(value: string): number {
  return toNumber(value, 0, 65_535)
}

export function wholeNumber(value: string): number {
  return toNumber(value, 0, Number.MAX_SAFE_INTEGER)
}

export function positiveInteger(value: string): number {
  return toNumber(value, 1, Number.MAX_SAFE_INTEGER)
}

function toNumber(value: string, least: number, most: number): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isSafeInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? `Write a whole number from ${least} up.`
        : `Write a whole number from ${least} to ${most}.`,
    )
  return number
}
