import {Tokenizer} from 'htmlparser2'

/**
 * Reads HTML's named character references in text that an XML tokenizer left alone (`&eacute;`, `&nbsp;`): feeds and
 * exports use them without declaring them. A reference that HTML does not know stays as it is.
 */
export function decodeNamedReferences(text: string): string {
  if (!text.includes('&') || !/&[A-Za-z][A-Za-z0-9]{1,31};/.test(text)) return text
  let decoded = ''
  // Markup cannot occur in the text of an XML element, but a lone `<` can; it is hidden from the HTML tokenizer.
  const hidden = text.replaceAll('<', '\uE000')
  const tokenizer = new Tokenizer(
    {xmlMode: false, decodeEntities: true},
    {
      ...silent,
      ontext: (start, end) => (decoded += hidden.slice(start, end)),
      ontextentity: (codepoint) => (decoded += String.fromCodePoint(codepoint)),
    },
  )
  tokenizer.write(hidden)
  tokenizer.end()
  return decoded.replaceAll('\uE000', '<')
}

const nothing = () => {}
const silent = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
}
