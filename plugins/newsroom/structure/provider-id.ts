/** An agency's name as the id of its list: in the address, where `;`, `,`, `/` and `|` mean something. */
export function toProviderListId(provider: string): string {
  return `provider-${encodeURIComponent(provider).replaceAll('%', '~')}`
}

export function fromProviderListId(id: string): string {
  try {
    return decodeURIComponent(id.replace(/^provider-/, '').replaceAll('~', '%'))
  } catch {
    return ''
  }
}
