import type {Finding} from '../../model/finding.ts'
import {type DecodedBytes, decodeBytes, labelOf} from '../encoding/decode-bytes.ts'
import {type ParsedXml, parseXml} from './parse-xml.ts'

/** A tree of XML copy with how its bytes were decoded; `findings` holds those of both. */
export interface XmlCopy extends ParsedXml {
  encoding: DecodedBytes['encoding']
}

/** Bytes of XML copy to a tree: the encoding by evidence, then see `parseXml`. Never throws. */
export function readXml(bytes: Uint8Array, contentType?: string): XmlCopy {
  const decoded = decodeBytes(bytes, labelOf(bytes.subarray(0, 1024), contentType))
  const parsed = parseXml(decoded.text)
  const findings: Finding[] = [...decoded.findings, ...parsed.findings]
  return {...parsed, findings, encoding: decoded.encoding}
}
