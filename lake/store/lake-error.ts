/** One failed mutation of a transaction, as the hosted lake lists it. */
export interface LakeErrorItem {
  index: number
  error: {type: string; description: string; [detail: string]: unknown}
}

export interface LakeErrorOptions {
  status: number
  type: string
  description: string
  items?: LakeErrorItem[]
  details?: Record<string, unknown>
  cause?: unknown
}

/**
 * Everything that the lake refuses, in the shape in which the hosted lake refuses it.
 * `status` is the HTTP status, `type` the hosted lake's error type, `description` a sentence for a person.
 */
export class LakeError extends Error {
  readonly status: number
  readonly type: string
  readonly description: string
  readonly items: LakeErrorItem[] | undefined
  readonly details: Record<string, unknown>

  constructor(options: LakeErrorOptions) {
    super(options.description, {cause: options.cause})
    this.name = 'LakeError'
    this.status = options.status
    this.type = options.type
    this.description = options.description
    this.items = options.items
    this.details = options.details ?? {}
  }

  /** The body of the HTTP answer. */
  toBody(): Record<string, unknown> {
    return {
      statusCode: this.status,
      error: {
        ...this.details,
        description: this.description,
        ...(this.items ? {items: this.items} : {}),
        type: this.type,
      },
    }
  }
}

/** An error of one mutation: hosted wraps it in a `mutationError` that lists the failing items. */
export function toMutationError(
  index: number,
  status: number,
  error: {type: string; description: string; [detail: string]: unknown},
): LakeError {
  return new LakeError({
    status,
    type: 'mutationError',
    description: `The mutation(s) failed: ${error.description}`,
    items: [{index, error}],
  })
}
