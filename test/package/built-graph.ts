import {readFileSync} from 'node:fs'
import path from 'node:path'

export interface BuiltGraph {
  /** Names of the packages that are imported, sorted. */
  packages: string[]
  /** Node's own modules that are imported, sorted. */
  nodeModules: string[]
}

const importPattern =
  /^\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm

/** What an entry of the installed package imports, itself and through its own files, lazily too. */
export function findPackages(packageFolder: string, entry: string): BuiltGraph {
  const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    exports: Record<string, {default: string}>
  }
  const packages = new Set<string>()
  const nodeModules = new Set<string>()
  const seen = new Set<string>()
  const waiting = [path.join(packageFolder, manifest.exports[entry]!.default)]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const [, fixed, lazy] of readFileSync(file, 'utf8').matchAll(importPattern)) {
      const name = fixed ?? lazy!
      if (name.startsWith('.')) waiting.push(path.resolve(path.dirname(file), name))
      else if (name.startsWith('node:')) nodeModules.add(name)
      else packages.add(name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
    }
  }
  return {packages: [...packages].sort(), nodeModules: [...nodeModules].sort()}
}
