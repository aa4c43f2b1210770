import type {ExprNode} from 'groq-js'
import {isIndexedName, maxPathDepth, toPathPart} from '../indexes/find-values.ts'
import {isTextAttribute} from '../query/text-attribute.ts'

/** The place in a document that an expression reads, as the index of values names it. */
export interface ReadPath {
  /** Empty for the document itself. */
  path: string
  /** How many attributes deep. */
  depth: number
  /** Whether the expression's value is the list of what stands there (`by[]._ref`), not the value itself. */
  isList: boolean
  /** Where the reference stands that leads to the document, when it is not the row itself. */
  from?: ReadPath
}

const row: ReadPath = {path: '', depth: 0, isList: false}

/** Reads `slug.current`, `by[]._ref`, `speaker->name` and the like; undefined for what is not such a path, or is not in the index. */
export function readPath(node: ExprNode, base: ReadPath = row): ReadPath | undefined {
  switch (node.type) {
    case 'This':
      return base
    case 'Group':
      return readPath(node.base, base)
    case 'AccessAttribute': {
      const parent = node.base ? readPath(node.base, base) : base
      return parent && toAttribute(parent, node.name)
    }
    case 'ArrayCoerce': {
      const parent = readPath(node.base, base)
      return parent && toItems(parent)
    }
    case 'Map': {
      const parent = readPath(node.base, base)
      if (!parent?.isList) return undefined
      const item = readPath(node.expr, {...parent, isList: false})
      return item && {...item, isList: true}
    }
    case 'Deref': {
      const reference = readPath(node.base, base)
      const from = reference && toAttribute(reference, '_ref')
      return from && {path: '', depth: 0, isList: false, from}
    }
    default:
      return undefined
  }
}

/** The items of an array: what `in` looks through. */
export function toItems(parent: ReadPath): ReadPath | undefined {
  if (parent.isList || parent.path === '' || parent.path.endsWith('[]')) return undefined
  return {...parent, path: `${parent.path}[]`, isList: true}
}

function toAttribute(parent: ReadPath, name: string): ReadPath | undefined {
  const {path, depth, from} = parent
  if (parent.isList) return undefined
  if (path === '') {
    return isIndexedName(name, 1) ? {path: toPathPart(name), depth: 1, isList: false, from} : undefined
  }
  if (isInItem(parent) || depth >= maxPathDepth || !isIndexedName(name, 2)) return undefined
  return {path: `${path}.${toPathPart(name)}`, depth: depth + 1, isList: false, from}
}

/** Whether it is an attribute of the objects of an array, of which the index holds strings only. */
export function isInItem({path}: ReadPath): boolean {
  return /\[\](?!$)/.test(path)
}

/** Whether all text that an expression gives is text of the row that the index of words holds. */
export function readsText(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return isTextAttribute(node.name) && (!node.base || readsText(node.base))
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Slice':
    case 'Filter':
      return readsText(node.base)
    case 'Map':
    case 'FlatMap':
      return readsText(node.base) && readsText(node.expr)
    case 'Array':
      return node.elements.every((element) => readsText(element.value))
    case 'FuncCall':
      if (node.namespace === 'pt' && node.name === 'text') return node.args.every(readsText)
      return node.namespace === 'global' && node.name === 'coalesce' && node.args.every(readsText)
    default:
      return false
  }
}
