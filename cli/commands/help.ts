import type {Command} from 'commander'
import {exitCodeMeanings, exitCodes} from '../exit-codes.ts'

export interface CommandHelp {
  /** Command lines with what they do. */
  examples: [line: string, does: string][]
  /** What it can end with, beside 0 and 2, which every command can. */
  ends?: (keyof typeof exitCodes)[]
}

/** Puts examples and exit codes under a command's help, and under its errors what it would have taken. */
export function addHelp(command: Command, {examples, ends = []}: CommandHelp): void {
  const width = Math.max(...examples.map(([line]) => line.length))
  const codes = [exitCodes.ok, exitCodes.usage, ...ends.map((end) => exitCodes[end])].sort((a, b) => a - b)
  command
    .addHelpText(
      'after',
      [
        '\nExamples',
        ...examples.map(([line, does]) => `  $ ${line.padEnd(width)}  ${does}`),
        '\nExit codes',
        ...codes.map((code) => `  ${String(code).padEnd(3)}  ${exitCodeMeanings[code]}`),
      ].join('\n'),
    )
    .showHelpAfterError(`(newsroom ${command.name()} --help explains them all)`)
    .configureOutput({outputError: (text, write) => write(text + listAllowed(command, text))})
}

function listAllowed(command: Command, error: string): string {
  if (error.startsWith('error: unknown option'))
    return `Allowed here: ${command.options.map(({flags}) => flags).join(', ')}.\n`
  if (error.startsWith('error: missing required argument'))
    return `Usage: newsroom ${command.name()} ${command.usage()}\n`
  return ''
}
