import type {
  ComponentBuilder,
  DocumentListBuilder,
  ListItemBuilder,
  StructureBuilder,
  StructureResolver,
  StructureResolverContext,
} from 'sanity/structure'
import {newsroomNamespace} from '../i18n/index.ts'
import {apiVersion} from '../live/use-live-query.ts'
import type {FoundIds} from './find-ids.ts'
import {toNewsroomLists, type DocumentsList, type ListsList, type NewsroomList} from './lists.ts'
import {ListsPane, ProvidersPane} from './lists-pane.tsx'
import {fromProviderListId, toProviderListId} from './provider-id.ts'

/**
 * The newsroom's lists as items to put into a structure of your own:
 * `S.list().title('Desk').items([...newsroomListItems(S, context), ...])`. Copy counts as new for `newHours` (default 24).
 */
export function newsroomListItems(
  S: StructureBuilder,
  context: StructureResolverContext,
  {newHours = 24}: {newHours?: number} = {},
): ListItemBuilder[] {
  return toNewsroomLists(newHours).lists.map((list) =>
    S.listItem()
      .id(list.id)
      .title(toTitle(context, list))
      .i18n({title: {key: list.title, ns: newsroomNamespace}})
      .icon(list.icon)
      .child(() => toPane(S, context, list)),
  )
}

/** The whole structure: for `structureTool({structure: createNewsroomStructure()})`. */
export function createNewsroomStructure({newHours = 24}: {newHours?: number} = {}): StructureResolver {
  return (S, context) => toListsPane(S, context, toNewsroomLists(newHours))
}

function toPane(S: StructureBuilder, context: StructureResolverContext, list: NewsroomList) {
  return 'type' in list ? toDocumentsPane(S, context, list) : toListsPane(S, context, list)
}

function toListsPane(
  S: StructureBuilder,
  context: StructureResolverContext,
  list: ListsList,
): ComponentBuilder {
  return S.component(list.by === 'provider' ? ProvidersPane : ListsPane)
    .id(list.id)
    .title(toTitle(context, list))
    .i18n({title: {key: list.title, ns: newsroomNamespace}})
    .options({list})
    .minWidth(320)
    .maxWidth(640)
    .currentMaxWidth(350)
    .child((childId: string) => {
      if (list.by === 'provider') return toProviderPane(S, fromProviderListId(childId))
      const child = list.lists.find(({id}) => id === childId)
      // Addresses of Studio's own structure, /structure/article;id, lead here as well.
      if (!child) return context.schema.get(childId) ? S.documentTypeList(childId) : undefined
      return 'by' in child && child.by === 'speaker'
        ? toSpeakersPane(S, context, child)
        : toPane(S, context, child)
    })
}

async function toDocumentsPane(
  S: StructureBuilder,
  context: StructureResolverContext,
  list: DocumentsList,
): Promise<DocumentListBuilder> {
  const found = await list.find?.(context.getClient({apiVersion}))
  const isCut = found !== undefined && found.ids.length < found.total
  const filter = ['_type == $type', list.filter, found && '_id in $ids'].filter(Boolean).join(' && ')
  const pane = S.documentList()
    .id(list.id)
    .title(isCut ? toCutTitle(context, list, found) : toTitle(context, list))
    .apiVersion(apiVersion)
    .schemaType(list.type)
    .filter(filter)
    .params({type: list.type, ...list.params, ...(found ? {ids: found.ids} : {})})
  const ordered = list.ordering ? pane.defaultOrdering(list.ordering) : pane
  // A value in the title (an urgency, a number) has no place in a key: such a title is in the language that the pane was opened in.
  const titled =
    list.values || isCut ? ordered : ordered.i18n({title: {key: list.title, ns: newsroomNamespace}})
  return list.type === 'wireCopy' || list.type === 'quote' ? titled.initialValueTemplates([]) : titled
}

function toProviderPane(S: StructureBuilder, provider: string): DocumentListBuilder {
  return S.documentList()
    .id(toProviderListId(provider))
    .title(provider)
    .apiVersion(apiVersion)
    .schemaType('wireCopy')
    .filter('_type == "wireCopy" && provider == $provider')
    .params({provider})
    .defaultOrdering([{field: 'receivedAt', direction: 'desc'}])
    .initialValueTemplates([])
}

function toSpeakersPane(
  S: StructureBuilder,
  context: StructureResolverContext,
  list: ListsList,
): DocumentListBuilder {
  return S.documentTypeList('person')
    .id(list.id)
    .title(toTitle(context, list))
    .i18n({title: {key: list.title, ns: newsroomNamespace}})
    .defaultOrdering([{field: 'name', direction: 'asc'}])
    .child((personId: string) =>
      S.documentList()
        .id(personId)
        .title(toTitle(context, list))
        .i18n({title: {key: 'structure.quotes', ns: newsroomNamespace}})
        .apiVersion(apiVersion)
        .schemaType('quote')
        .filter('_type == "quote" && speaker._ref == $personId')
        .params({personId})
        .initialValueTemplates([]),
    )
}

function toTitle(context: StructureResolverContext, list: NewsroomList): string {
  return context.i18n.t(list.title, {ns: newsroomNamespace, ...('values' in list ? list.values : {})})
}

function toCutTitle(context: StructureResolverContext, list: DocumentsList, {ids, total}: FoundIds): string {
  const title = toTitle(context, list)
  return context.i18n.t('structure.cut', {ns: newsroomNamespace, title, shown: ids.length, total})
}
