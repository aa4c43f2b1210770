import type {ExprNode} from 'groq-js'
import {isConstant} from '../query/hoist-constant-queries.ts'
import {toAll, toAny, type Condition} from './condition.ts'
import {isFuncCall, negate, readCondition, type Execute} from './read-condition.ts'
import {readPath} from './read-path.ts'

/**
 * What is enough for a filter to take a document: each one that satisfies the condition is taken, others may be. Undefined when the indexes
 * know of nothing that is. The other bound is `readCondition`.
 */
export function readCertain(node: ExprNode, execute: Execute): Condition | undefined {
  switch (node.type) {
    case 'Group':
      return readCertain(node.base, execute)
    case 'And':
      return toBoth(readCertain(node.left, execute), readCertain(node.right, execute))
    case 'Or':
      return toEither(readCertain(node.left, execute), readCertain(node.right, execute))
    case 'Not':
      return readCertainlyNot(node.base, execute)
    default: {
      const condition = readCondition(node, execute)
      return condition?.isExact ? condition : readFilled(node, execute)
    }
  }
}

/** What is enough for an expression to be false, not null. */
function readCertainlyNot(node: ExprNode, execute: Execute): Condition | undefined {
  switch (node.type) {
    case 'Group':
      return readCertainlyNot(node.base, execute)
    case 'And':
      return toEither(readCertainlyNot(node.left, execute), readCertainlyNot(node.right, execute))
    case 'Or':
      return toBoth(readCertainlyNot(node.left, execute), readCertainlyNot(node.right, execute))
    case 'Not':
      return readCertain(node.base, execute)
    default:
      return negate(readCondition(node, execute))
  }
}

/** `count(body) > 0` */
function readFilled(node: ExprNode, execute: Execute): Condition | undefined {
  if (node.type !== 'OpCall') return undefined
  const isStrict = node.op === '>' || node.op === '<'
  if (!isStrict && node.op !== '>=' && node.op !== '<=') return undefined
  const [large, small] = node.op.startsWith('>') ? [node.left, node.right] : [node.right, node.left]
  if (!isFuncCall(large, 'global', 'count') || !isConstant(small)) return undefined
  const least = execute(small).data as unknown
  const path = readPath(large.args[0]!)
  if (typeof least !== 'number' || !(isStrict ? least < 1 : least <= 1)) return undefined
  if (!path || path.isList || path.from || path.path === '' || path.path.includes('[]')) return undefined
  return {kind: 'filled', path: path.path, isExact: false}
}

function toBoth(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  return one && other && toAll([one, other])
}

function toEither(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  return one && other ? toAny([one, other]) : (one ?? other)
}
