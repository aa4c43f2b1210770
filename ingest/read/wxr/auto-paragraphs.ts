const blockTag =
  /(<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|table|thead|tbody|tfoot|tr|td|th|caption|figure|figcaption|section|article|aside|header|footer|form|fieldset|address|hr|iframe|script|style|video|audio|object|details|summary|main|nav)\b[^>]{0,2000}>)/i

/**
 * Lays out what the classic editor saved: blank lines part paragraphs, single line breaks stay line breaks, except next to a
 * block's own tag and inside `<pre>`, `<script>` and `<style>` (as WordPress's `wpautop` does when it shows the post).
 */
export function autoParagraphs(content: string): string {
  if (!content.includes('\n')) return content
  const pieces = content.replaceAll(/\r\n?/g, '\n').split(blockTag)
  let verbatim = 0
  return pieces
    .map((piece, index) => {
      if (index % 2) {
        if (/^<(?:pre|script|style)\b/i.test(piece)) verbatim++
        else if (/^<\/(?:pre|script|style)\b/i.test(piece)) verbatim = Math.max(0, verbatim - 1)
        return piece
      }
      return verbatim ? piece : breakLines(piece)
    })
    .join('')
}

/** A `<p>` closes the one before it, so an opening tag is enough. */
function breakLines(text: string): string {
  const inner = text.trim()
  if (!inner) return text
  const before = text.slice(0, text.indexOf(inner[0]!))
  const broken = inner
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll('\n', '<br />\n'))
    .join('\n<p>')
  return /\n\s*\n/.test(before) || /\n/.test(before) ? `\n<p>${broken}` : broken
}
