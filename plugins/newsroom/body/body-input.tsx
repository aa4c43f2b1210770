import {compileSchema} from '@portabletext/schema'
import type {OnPasteFn, PortableTextInputProps} from 'sanity'
import {styled} from 'styled-components'
import {pasteHtml} from './paste-html.ts'

/** What Studio itself put on the clipboard: it knows best how to take it back. */
const ownFormats = ['application/x-portable-text', 'application/json']

/** The body of an article: what is pasted from Word, Google Docs or a web page keeps its structure. */
export function BodyInput(props: PortableTextInputProps) {
  return <TallEditor>{props.renderDefault({...props, onPaste})}</TallEditor>
}

/** Studio's editor is 19 lines high; a story is read and cut at a stretch. It can be dragged to another height all the same. */
const TallEditor = styled.div`
  display: contents;
  [data-testid='pt-editor'][data-fullscreen='false'] {
    height: max(20em, 62vh);
  }
`

const onPaste: OnPasteFn = ({event, schemaTypes}) => {
  const {clipboardData} = event
  const html = clipboardData.getData('text/html')
  if (html === '' || ownFormats.some((format) => clipboardData.types.includes(format))) return undefined
  const names = (types: {name?: string; value?: string}[]) =>
    types.map(({name, value}) => ({name: name ?? value ?? ''}))
  const schema = compileSchema({
    styles: names(schemaTypes.styles),
    lists: names(schemaTypes.lists),
    decorators: names(schemaTypes.decorators),
    annotations: [{name: 'link', fields: [{name: 'href', type: 'string'}]}],
    blockObjects: names(schemaTypes.blockObjects),
  })
  const blocks = pasteHtml(html, schema)
  return blocks.length > 0 ? {insert: blocks} : undefined
}
