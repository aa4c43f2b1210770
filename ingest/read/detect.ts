import type {Detection, Probe, Reader} from './reader.ts'

/** The format that copy is in, the evidence, and the other formats it could be, best first. */
export interface Detected extends Detection {
  format: string
  also: {format: string; score: number; why: string}[]
}

/** What the sender says about the copy. Never outweighs what the bytes say. */
export interface DetectHints {
  fileName?: string
  contentType?: string
}

const probeBytes = 64 * 1024

/**
 * Tells the format of copy by its content: every reader looks at the first 64 KiB and says how sure it is; the surest
 * wins, the earlier in the list at a tie. The file name and content type go to the readers as hints and decide nothing
 * here, so a wrong one changes nothing. A reader whose `detect` throws is passed over. Copy that no reader claims gives null.
 */
export function detect(
  bytes: Uint8Array,
  readers: readonly Reader[],
  hints: DetectHints = {},
): Detected | null {
  const probe = toProbe(bytes, hints)
  const claims = readers
    .map((reader, order) => ({format: reader.format, order, claim: claimOf(reader, probe)}))
    .flatMap(({format, order, claim}) => (claim && claim.score > 0 ? [{format, order, ...claim}] : []))
    .sort((a, b) => b.score - a.score || a.order - b.order)
  const [best, ...others] = claims
  if (!best) return null
  return {
    format: best.format,
    score: best.score,
    why: best.why,
    also: others.map(({format, score, why}) => ({format, score, why})),
  }
}

/** The look at the beginning of some copy that readers judge by. */
export function toProbe(bytes: Uint8Array, hints: DetectHints = {}): Probe {
  const head = bytes.subarray(0, probeBytes)
  return {
    head,
    text: probeText(head),
    size: bytes.length,
    ...(hints.fileName === undefined ? {} : {fileName: hints.fileName}),
    ...(hints.contentType === undefined ? {} : {contentType: hints.contentType}),
  }
}

function claimOf(reader: Reader, probe: Probe): Detection | null {
  try {
    return reader.detect(probe)
  } catch {
    return null
  }
}

function probeText(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  if (head.length >= 4 && head[1] === 0 && head[3] === 0 && head[0] !== 0 && head[2] !== 0) {
    return new TextDecoder('utf-16le').decode(head)
  }
  if (head.length >= 4 && head[0] === 0 && head[2] === 0 && head[1] !== 0 && head[3] !== 0) {
    return new TextDecoder('utf-16be').decode(head)
  }
  const utf8 = new TextDecoder('utf-8').decode(head)
  // The cut at 64 KiB may fall inside a character; more than that is not UTF-8.
  const broken = utf8.indexOf('\uFFFD')
  if (broken === -1 || (head.length === probeBytes && broken >= utf8.length - 3)) return utf8
  return new TextDecoder('latin1').decode(head)
}
