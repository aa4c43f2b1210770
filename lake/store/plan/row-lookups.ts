import {randomUUID} from 'node:crypto'
import type {ExprNode} from 'groq-js'
import type {StoredDocument} from '../documents/document.ts'

/**
 * Look-ups that a query makes once for each row, with a string of the row's (`*[references(^._id)]`). groq-js evaluates a tree that cannot call
 * anything, except where it follows a reference: so a look-up is written as a reference to an id that no document can have.
 */
export interface RowLookups {
  /** An expression whose value is what `find` gives for the string that `key` gives; of a key that is no string, the value of `otherwise`. */
  add(key: ExprNode, find: (key: string) => StoredDocument[], otherwise: ExprNode): ExprNode
  /** What a reference leads to; undefined when it is none of the look-ups. */
  follow(id: string): Record<string, unknown> | undefined
}

export function openRowLookups(): RowLookups {
  // Not to be guessed, so that no document's reference is taken for one.
  const secret = randomUUID()
  const finds: ((key: string) => StoredDocument[])[] = []
  return {
    add: (key, find, otherwise) => {
      const start = `\0${secret} ${finds.push(find) - 1} `
      const id: ExprNode = {type: 'OpCall', op: '+', left: {type: 'Value', value: start}, right: key}
      return {
        type: 'Select',
        alternatives: [{type: 'SelectAlternative', condition: isString(key), value: toReference(id)}],
        fallback: otherwise,
      }
    },
    follow: (id) => {
      if (!id.startsWith(`\0${secret} `)) return undefined
      const rest = id.slice(secret.length + 2)
      const end = rest.indexOf(' ')
      // An array is what a reference does not lead to, and what groq-js takes as well.
      return finds[Number(rest.slice(0, end))]!(rest.slice(end + 1)) as unknown as Record<string, unknown>
    },
  }
}

function toReference(id: ExprNode): ExprNode {
  return {
    type: 'Deref',
    base: {type: 'Object', attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: id}]},
  }
}

/** A string is what is there and is the same as text. */
function isString(node: ExprNode): ExprNode {
  const call = (name: string): ExprNode => ({type: 'FuncCall', namespace: 'global', name, args: [node]})
  return {
    type: 'And',
    left: call('defined'),
    right: {type: 'OpCall', op: '==', left: call('string'), right: node},
  }
}
