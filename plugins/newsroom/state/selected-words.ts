/** Words that an editor selected inside one quotation of an article's body. */
export interface SelectedWords {
  quoteId: string
  words: string
  /** `_key` of the block in which they end. */
  block: string
}

let selected: SelectedWords | undefined

/** The words selected last; they are forgotten when something else in a body is selected. A menu that opens takes the focus, not these. */
export function readSelectedWords(): SelectedWords | undefined {
  return selected
}

/** Follows what is selected in the page until the answer is called. Quotations in a body carry `data-quote` and `data-block`. */
export function watchSelectedWords(): () => void {
  const look = () => {
    const selection = document.getSelection()
    if (!selection || selection.rangeCount === 0) return
    const start = findQuotation(selection.anchorNode)
    const end = findQuotation(selection.focusNode)
    const words = selection.toString().trim()
    const quoteId = start?.dataset['quote']
    if (quoteId && words !== '' && end?.dataset['quote'] === quoteId)
      selected = {quoteId, words, block: findLater(start, end).dataset['block'] ?? ''}
    else if (isInBody(selection.anchorNode)) selected = undefined
  }
  document.addEventListener('selectionchange', look)
  return () => {
    document.removeEventListener('selectionchange', look)
    selected = undefined
  }
}

function findQuotation(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>('[data-quote]') ?? null
}

function findLater(one: HTMLElement, other: HTMLElement): HTMLElement {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? other : one
}

function isInBody(node: Node | null): boolean {
  const element = node instanceof Element ? node : node?.parentElement
  return Boolean(element?.closest('[contenteditable="true"]'))
}
