/** What `newsroom` can be told. Every option has a default; none is needed. */
export interface NewsroomOptions {
  /** The content model. `enabled` (default true) registers the schema types; switch it off when the Studio registers `newsroomSchemaTypes` itself. */
  schema?: {enabled?: boolean}
  /**
   * A Structure tool of its own with the newsroom's lists, beside the one that the Studio may have. `enabled` (default true); `name`
   * (default `newsroom`) is its part of the address, and no two tools can have the same;
   * `newHours` (default 24) is how long copy counts as new.
   */
  structure?: {enabled?: boolean; name?: string; newHours?: number}
  /** The Import tool. `enabled` (default true); `maxBytes` (default 50 MB) is the largest file that it reads. */
  importTool?: {enabled?: boolean; maxBytes?: number}
  /** What blocks publishing: a kill, a hold, an embargo. Each is true by default. */
  publishing?: {blockKilled?: boolean; blockHeld?: boolean; blockEmbargoed?: boolean}
}

/** The options with every default filled in. */
export interface ResolvedOptions {
  schema: {enabled: boolean}
  structure: {enabled: boolean; name: string; newHours: number}
  importTool: {enabled: boolean; maxBytes: number}
  publishing: {blockKilled: boolean; blockHeld: boolean; blockEmbargoed: boolean}
}

const defaults: ResolvedOptions = {
  schema: {enabled: true},
  structure: {enabled: true, name: 'newsroom', newHours: 24},
  importTool: {enabled: true, maxBytes: 50 * 1024 * 1024},
  publishing: {blockKilled: true, blockHeld: true, blockEmbargoed: true},
}

/** Fills in the defaults. An option that is not known, or not of its kind, throws an error that says what to write instead. */
export function resolveOptions(options: NewsroomOptions = {}): ResolvedOptions {
  if (!isObject(options))
    throw wrong('options', options, 'an object, for example newsroom({structure: {newHours: 12}})')
  const resolved = structuredClone(defaults) as unknown as Record<string, Record<string, unknown>>
  for (const [group, given] of Object.entries(options)) {
    const known = resolved[group]
    if (!known) throw unknownOption(group, Object.keys(resolved))
    if (given === undefined) continue
    if (!isObject(given)) throw wrong(group, given, `an object, for example {${Object.keys(known)[0]}: …}`)
    for (const [name, value] of Object.entries(given)) {
      if (!(name in known)) throw unknownOption(`${group}.${name}`, Object.keys(known))
      if (value === undefined) continue
      if (typeof value !== typeof known[name])
        throw wrong(`${group}.${name}`, value, `a ${typeof known[name]}`)
      if (typeof value === 'number' && !(value > 0))
        throw wrong(`${group}.${name}`, value, 'a number above 0')
      if (value === '') throw wrong(`${group}.${name}`, value, 'some text')
      known[name] = value
    }
  }
  return resolved as unknown as ResolvedOptions
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unknownOption(name: string, allowed: string[]): TypeError {
  return new TypeError(`newsroom: there is no option "${name}". Allowed here: ${allowed.join(', ')}.`)
}

function wrong(name: string, value: unknown, wanted: string): TypeError {
  return new TypeError(
    `newsroom: ${name} is ${JSON.stringify(value) ?? String(value)}, but must be ${wanted}.`,
  )
}
