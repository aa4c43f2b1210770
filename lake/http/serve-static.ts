import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/**
 * Serves a built Studio. Paths that are no file get the page, as Studio finds its own way from there; what leaves the folder is not
 * served. The page may load, connect and post to nothing but this address.
 * @returns the answer, or undefined when the path is not Studio's
 */
export function createStaticServer(
  folder: string,
): (pathname: string, accept: string) => Promise<Response | undefined> {
  const root = path.resolve(folder)
  const page = path.join(root, 'index.html')
  if (!existsSync(page)) throw new Error(`There is no built Studio in "${root}": index.html is missing`)
  const html = readFileSync(page, 'utf8')
  const policy = toPolicy(html)

  const servePage = () =>
    new Response(html, {
      headers: {
        'content-type': types['html']!,
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    })

  return async (pathname, accept) => {
    let name: string
    try {
      name = decodeURIComponent(pathname)
    } catch {
      return undefined
    }
    const file = path.join(root, path.normalize(name))
    const isInside = file.startsWith(root + path.sep)
    const extension = path.extname(file).slice(1)
    if (isInside && types[extension] && extension !== 'html' && !name.includes('\0')) {
      const bytes = await readFile(file).catch(() => undefined)
      if (!bytes) return undefined
      // The build puts a hash of the content into the names under static/.
      const isHashed = name.startsWith('/static/') && /-[\w-]{8,}\.\w+$/.test(name)
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': types[extension],
          'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
          'x-content-type-options': 'nosniff',
        },
      })
    }
    if (extension && types[extension] && extension !== 'html') return undefined
    return accept.includes('text/html') || name === '/' ? servePage() : undefined
  }
}

/** Everything from this address; the page's own inline scripts by their hashes, so that no other can run. */
function toPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
  )
  return [
    "default-src 'self'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
