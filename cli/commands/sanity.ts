import {runSanityCommand} from '../../lake/command-line/index.ts'

/** `newsroom sanity …`: the real Sanity command line, against the local lake. */
export async function sanityCommand(
  args: string[],
  options: {data: string; dataset: string},
): Promise<number> {
  return runSanityCommand(args, options)
}
