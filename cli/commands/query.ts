import {openDataset, type DatasetOptions} from '../dataset/open-dataset.ts'
import type {Perspective} from '../dataset/dataset.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'

/** `newsroom query`: the result as JSON on standard output, and nothing else there; with `explain` the plan in words instead. */
export async function queryCommand(
  groq: string,
  options: DatasetOptions & {param: string[]; perspective: Perspective; explain?: true},
): Promise<number> {
  const params = Object.fromEntries(options.param.map(parseParam))
  const dataset = await openDataset(options)
  try {
    if (options.explain) {
      const steps = await dataset.explain(groq, params, options.perspective)
      process.stdout.write(steps.map((step, at) => `${at + 1}. ${step}\n`).join(''))
      return exitCodes.ok
    }
    const result = await dataset.fetch(groq, params, options.perspective)
    process.stdout.write(`${JSON.stringify(result ?? null, null, 2)}\n`)
    return exitCodes.ok
  } catch (error) {
    throw new CommandError(`The query failed: ${(error as Error).message}`, exitCodes.someFailed)
  } finally {
    await dataset.close()
  }
}

/** `key=value`: the value is read as JSON (`3`, `true`, `["a","b"]`, `"3"`), and as it stands when it is none. */
function parseParam(pair: string): [string, unknown] {
  const equals = pair.indexOf('=')
  const key = pair.slice(0, equals).replace(/^\$/, '')
  if (equals < 1 || !/^[A-Za-z_]\w*$/.test(key))
    throw new CommandError(`--param "${pair}": write it as key=value, such as --param slug=harbour-plan.`)
  const text = pair.slice(equals + 1)
  try {
    return [key, JSON.parse(text)]
  } catch {
    return [key, text]
  }
}
