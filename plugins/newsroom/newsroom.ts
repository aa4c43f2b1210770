import {DownloadIcon} from '@sanity/icons/Download'
import {lazy} from 'react'
import {definePlugin, type DocumentActionComponent, type Template} from 'sanity'
import {structureTool} from 'sanity/structure'
import {JoinCaptionsAction, SplitCaptionAction} from './actions/caption-actions.tsx'
import {PullQuoteAction} from './actions/pull-quote-action.tsx'
import {UpdateAction} from './actions/update-action.tsx'
import {toGuardedPublish} from './actions/guarded-publish.ts'
import {articleBadges} from './badges/article-badges.ts'
import {enGb} from './i18n/en-gb.ts'
import {formComponents} from './body/form-components.tsx'
import {newsroomSchemaTypes} from './body/schema-types.tsx'
import {newsroomBundles, newsroomNamespace} from './i18n/index.ts'
import {quotesInspector, updateInspector, wireCopyInspector} from './inspectors/index.ts'
import {toTypeKey} from './i18n/schema-texts.ts'
import {resolveOptions, type NewsroomOptions} from './options.ts'
import {createNewsroomStructure} from './structure/newsroom-structure.ts'

const ImportTool = lazy(() =>
  import('./import-tool/import-tool.tsx').then((module) => ({default: module.ImportTool})),
)

/** Documents that only an import makes. */
const importedOnly = new Set(['wireCopy', 'quote'])

const newsroomTypes = new Set<string>(newsroomSchemaTypes.map(({name}) => name))

/** What Studio offers to make is named in its language. */
function withTitleKeys(templates: Template[]): Template[] {
  return templates.map((template) =>
    newsroomTypes.has(template.schemaType) && template.id === template.schemaType
      ? {...template, i18n: {title: {key: toTypeKey(template.schemaType), ns: newsroomNamespace}}}
      : template,
  )
}

/**
 * The newsroom in a Studio: content model, lists, Import tool, inspectors, badges and actions. Every option has a default; a wrong one
 * throws and says what to write.
 */
export const newsroom = definePlugin<NewsroomOptions | void>((given) => {
  const options = resolveOptions(given ?? {})
  return {
    name: 'sanity-plugin-newsroom',
    plugins: options.structure.enabled
      ? [
          structureTool({
            name: options.structure.name,
            title: enGb['structure.title'],
            structure: createNewsroomStructure(options.structure),
          }),
        ]
      : [],
    schema: options.schema.enabled ? {types: newsroomSchemaTypes, templates: withTitleKeys} : {},
    form: {components: formComponents},
    i18n: {bundles: newsroomBundles},
    document: {
      newDocumentOptions: (offered) => offered.filter(({templateId}) => !importedOnly.has(templateId)),
      badges: (badges, {schemaType}) => (schemaType === 'article' ? [...badges, ...articleBadges] : badges),
      inspectors: (inspectors, {documentType}) =>
        documentType === 'article'
          ? [...inspectors, updateInspector, wireCopyInspector, quotesInspector]
          : inspectors,
      actions: (actions, {schemaType}) => {
        if (schemaType === 'imageCaption') return [...actions, SplitCaptionAction, JoinCaptionsAction]
        if (schemaType !== 'article') return actions
        const guarded = actions.map((action: DocumentActionComponent) =>
          action.action === 'publish' ? toGuardedPublish(action, options.publishing) : action,
        )
        return [...guarded, UpdateAction, PullQuoteAction]
      },
    },
    tools: options.importTool.enabled
      ? [
          {
            name: 'import',
            title: enGb['import.title'],
            icon: DownloadIcon,
            component: ImportTool,
            options: options.importTool,
          },
        ]
      : [],
  }
})
