/** The upper halves of the code pages of DOS, which the Encoding Standard does not have (Unicode Consortium, CP850.TXT and CP437.TXT). */
const pages: Readonly<Record<string, string>> = {
  __proto__: null as never,
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
}

/** `ibm850` or `ibm437` for a label that names one of them (`cp850`, `437`); undefined for any other. */
export function dosPage(label: string): string | undefined {
  const number = /^(?:ibm|cp|pc|dos|x-cp|csPC)?-?(850|858|437)(?:multilingual)?$/i.exec(label.trim())?.[1]
  return number === undefined ? undefined : number === '437' ? 'ibm437' : 'ibm850'
}

/** Bytes to text in an encoding of the Encoding Standard or a code page of DOS; throws for a name that is neither. */
export function decodeLegacy(name: string, bytes: Uint8Array): string {
  const page = pages[name]
  if (page === undefined) return new TextDecoder(name, {ignoreBOM: true}).decode(bytes)
  const parts: string[] = []
  const ascii = new TextDecoder('latin1')
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    parts.push(ascii.decode(bytes.subarray(from, at)), page[bytes[at]! - 0x80]!)
    from = at + 1
  }
  parts.push(ascii.decode(bytes.subarray(from)))
  return parts.join('')
}
