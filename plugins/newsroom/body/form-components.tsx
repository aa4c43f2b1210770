import type {FormComponents, InputProps} from 'sanity'
import {ArticleInput} from './article-input.tsx'
import {EditorPlugins} from './waiting-words.tsx'

/** What the plugin adds around forms; every other input is shown as Studio shows it. */
export const formComponents: FormComponents = {
  input: NewsroomInput,
  portableText: {plugins: EditorPlugins},
}

function NewsroomInput(props: InputProps) {
  const isArticle = props.path.length === 0 && props.schemaType.name === 'article'
  return isArticle ? <ArticleInput {...props} /> : props.renderDefault(props)
}
