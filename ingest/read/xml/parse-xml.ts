import {Tokenizer, type TokenizerCallbacks} from 'htmlparser2'
import type {Finding} from '../../model/finding.ts'
import {encodingFindingCodes} from '../encoding/codes.ts'
import {repairDoubleEncoding} from '../encoding/repair-double-encoding.ts'
import {ownString} from '../../text/own-string.ts'
import {blankDoctype} from './blank-doctype.ts'
import {xmlFindingCodes} from './codes.ts'
import {decodeNamedReferences} from './decode-references.ts'
import {characterOf, controls, withoutC1, withoutControls} from './odd-characters.ts'
import {type ChildNode, XmlComment, XmlDocument, XmlElement, XmlText, xpathOf} from './xml-tree.ts'

/** Elements deeper than this stand beside their parent, as browsers do past 512: whoever walks the tree is safe. */
const maxDepth = 400

/** One element costs some hundred bytes: a bound on what hostile copy can make of a few bytes each. */
const maxNodes = 4_000_000

/** A tree of XML copy. `root` is the first element; none when the copy has no element. */
export interface ParsedXml {
  document: XmlDocument
  root: XmlElement | undefined
  findings: Finding[]
}

/**
 * Reads XML into a tree that keeps what it can of copy that is not well-formed: an end tag without a start is passed
 * over, a start tag without an end is closed by its parent, an undeclared HTML entity (`&eacute;`) is read as HTML has it.
 * External entities and DTDs are never fetched, entities of a DTD never expanded. Linear in the length at any nesting;
 * never throws.
 */
export function parseXml(source: string): ParsedXml {
  const findings: Finding[] = []
  const {source: plain, declares} = blankDoctype(source)
  if (declares) {
    findings.push({
      severity: 'info',
      code: xmlFindingCodes.doctypeIgnored,
      message: 'The document type declares entities or elements; they are neither fetched nor expanded.',
    })
  }
  const builder = new TreeBuilder(plain, findings)
  const tokenizer = new Tokenizer({xmlMode: true, decodeEntities: true}, builder)
  builder.stop = () => tokenizer.pause()
  tokenizer.write(plain)
  tokenizer.end()
  builder.finish()
  const root = builder.document.children.find((child): child is XmlElement => child instanceof XmlElement)
  if (!root) {
    findings.push({severity: 'error', code: xmlFindingCodes.empty, message: 'The copy has no XML element.'})
  }
  return {document: builder.document, root, findings}
}

/** Element names come again and again; what a name is without its prefix never changes. */
const localNames = new Map<string, string>()

const doubtful = /[ÂÃâ\u0080-\u009f]/

interface OpenElement {
  name: string
  /** Where children go: the element itself, or the deepest one that is kept. */
  target: XmlElement
  counts: Map<string, number> | null
}

class TreeBuilder implements TokenizerCallbacks {
  document = new XmlDocument([])
  stop = () => {}
  #source: string
  #findings: Finding[]
  #open: OpenElement[] = []
  #openByName = new Map<string, number>()
  #rootCounts = new Map<string, number>()
  #attributes: Record<string, string> = {}
  #attribute = ''
  #value = ''
  #name = ''
  #startOfTag = 0
  #inTag = false
  #nodes = 0
  #stopped = false
  #unmatched = 0
  #unclosed = 0
  #deep = false
  #doubtful: XmlText[] = []
  #mayBeDoubled: boolean

  constructor(source: string, findings: Finding[]) {
    this.#source = source
    this.#findings = findings
    this.#mayBeDoubled = doubtful.test(source) || source.includes('&#')
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end)
    this.#startOfTag = start - 1
    this.#attributes = Object.create(null) as Record<string, string>
    this.#inTag = true
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end)
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += decodeNamedReferences(this.#source.slice(start, end))
  }

  onattribentity(codepoint: number): void {
    this.#value += characterOf(codepoint)
  }

  onattribend(): void {
    if (controls.test(this.#value)) this.#value = withoutControls(this.#value)
    if (!(this.#attribute in this.#attributes)) this.#attributes[this.#attribute] = this.#value
  }

  onopentagend(end: number): void {
    this.#inTag = false
    this.#push(this.#start(end))
  }

  onselfclosingtag(end: number): void {
    this.#inTag = false
    this.#start(end).endIndex = end
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end)
    if (!this.#openByName.get(name)) {
      this.#unmatched++
      return
    }
    for (;;) {
      const closed = this.#pop()
      closed.target.endIndex = end
      if (closed.name === name) return
      this.#unclosed++
    }
  }

  ontext(start: number, end: number): void {
    this.#text(decodeNamedReferences(this.#source.slice(start, end)), start)
  }

  ontextentity(codepoint: number, end: number): void {
    this.#text(characterOf(codepoint), end)
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#text(this.#source.slice(start, Math.max(start, end - endOffset)).replace(/^CDATA\[/, ''), start)
  }

  oncomment(start: number, end: number, endOffset: number): void {
    this.#append(new XmlComment(this.#source.slice(start, Math.max(start, end - endOffset))), start)
  }

  ondeclaration(): void {}

  onprocessinginstruction(): void {}

  onend(): void {}

  finish(): void {
    this.#repair()
    const last = this.#open.at(-1)
    if (this.#inTag || last) {
      this.#findings.push({
        severity: 'warning',
        code: xmlFindingCodes.cutShort,
        message: this.#inTag
          ? `The copy ends inside the tag <${this.#name.slice(0, 60)}.`
          : `The copy ends before </${last!.name.slice(0, 60)}>.`,
        ...(last ? {at: {xpath: xpathOf(last.target)}} : {}),
      })
    }
    if (this.#unmatched || this.#unclosed) {
      this.#findings.push({
        severity: 'warning',
        code: xmlFindingCodes.notWellFormed,
        message: `Not well-formed: end tags without a start: ${this.#unmatched}, start tags without an end: ${this.#unclosed}. Read as well as it goes.`,
      })
    }
    if (this.#deep) {
      this.#findings.push({
        severity: 'warning',
        code: xmlFindingCodes.nestedTooDeep,
        message: `Elements nested deeper than ${maxDepth} are kept beside each other.`,
      })
    }
    while (this.#open.length) this.#pop().target.endIndex ??= this.#source.length
  }

  #start(end: number): XmlElement {
    const element = new XmlElement(this.#name, this.#attributes)
    element.localName = this.#localName(this.#name)
    element.endIndex = end
    const top = this.#open.at(-1)
    const counts = top ? (top.counts ??= new Map()) : this.#rootCounts
    const count = (counts.get(this.#name) ?? 0) + 1
    counts.set(this.#name, count)
    element.position = count
    this.#append(element, this.#startOfTag)
    return element
  }

  #localName(name: string): string {
    const known = localNames.get(name)
    if (known !== undefined) return known
    const plain = name.slice(name.indexOf(':') + 1).toLowerCase()
    // Whoever looks the name up in a plain object must not find what every object has.
    const local = plain in Object.prototype ? `x-${plain}` : plain
    if (localNames.size < 1000) localNames.set(ownString(name), ownString(local))
    return local
  }

  #push(element: XmlElement): void {
    const top = this.#open.at(-1)
    const deep = this.#open.length >= maxDepth
    if (deep) this.#deep = true
    this.#open.push({
      name: element.name,
      target: deep && top ? top.target : element,
      counts: deep && top ? (top.counts ??= new Map()) : null,
    })
    this.#openByName.set(element.name, (this.#openByName.get(element.name) ?? 0) + 1)
  }

  #pop(): OpenElement {
    const closed = this.#open.pop()!
    this.#openByName.set(closed.name, this.#openByName.get(closed.name)! - 1)
    return closed
  }

  #text(words: string, start: number): void {
    const data = controls.test(words) ? withoutControls(words) : words
    if (!data) return
    const parent = this.#parent()
    const last = parent.children.at(-1)
    const text = last instanceof XmlText ? last : new XmlText(data)
    if (text === last) text.data += data
    else this.#append(text, start)
    if (this.#mayBeDoubled && doubtful.test(data) && this.#doubtful.at(-1) !== text) this.#doubtful.push(text)
  }

  /** Text that went through UTF-8 twice before it came here. */
  #repair(): void {
    let repaired = 0
    for (const text of this.#doubtful) {
      const right = repairDoubleEncoding(text.data)
      if (right !== text.data) repaired++
      text.data = withoutC1(right)
    }
    if (!repaired) return
    this.#findings.push({
      severity: 'warning',
      code: encodingFindingCodes.doubleEncoded,
      message: `${repaired} piece(s) of text were encoded twice (as in "â€™" for an apostrophe) and were put right. Check names with accents.`,
    })
  }

  #parent(): XmlDocument | XmlElement {
    return this.#open.at(-1)?.target ?? this.document
  }

  #append(node: ChildNode, start: number): void {
    if (this.#stopped) return
    if (++this.#nodes > maxNodes) {
      this.#stopped = true
      this.#findings.push({
        severity: 'error',
        code: xmlFindingCodes.tooManyNodes,
        message: `More than ${maxNodes} elements and texts; the rest is left out.`,
      })
      this.stop()
      return
    }
    const parent = this.#parent()
    const previous = parent.children.at(-1) ?? null
    node.parent = parent
    node.prev = previous
    node.startIndex = start
    if (previous) previous.next = node
    parent.children.push(node)
  }
}
