/** AP's address of an item; its query holds tokens of the fetch (`qt`, `et`), which change each time. */
const apContent = /^https?:\/\/[^/?#]+\/media\/v\/content\/([\da-f]{32})(?=[?#]|$)/

/** AP's address of an item without the tokens of the fetch; undefined for any other address. */
export function stableApAddress(uri: string | undefined): string | undefined {
  const found = apContent.exec(uri ?? '')
  return found ? `https://api.ap.org/media/v/content/${found[1]!}` : undefined
}
