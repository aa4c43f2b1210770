import type {AssetKind} from '../../assets/asset-folder.ts'
import {toMimeType} from '../../assets/mime-types.ts'
import {storeAsset} from '../../assets/store-asset.ts'
import {transformImage} from '../../assets/transform-image.ts'
import {LakeError} from '../../store/index.ts'
import type {LakeApp, LakeContext, LakeRequest} from '../context.ts'
import {readBody} from '../read-body.ts'
import {requireWriter} from '../require-writer.ts'

/** Types that a browser would run or render as a page of this origin. */
const shownAsPage = /^(text\/html|image\/svg\+xml|application\/xhtml\+xml|application\/xml|text\/xml)$/

/** `POST /assets/images|files/:dataset` and the serving of what was stored. */
export function addAssetRoutes(app: LakeApp, lake: LakeContext): void {
  for (const kind of ['images', 'files'] as const) {
    app.post(`/:version/assets/${kind}/:dataset`, async (c) => {
      requireWriter(c.get('user'))
      lake.limits.enterUpload()
      const store = lake.storeOf(c.req.param('dataset'))
      const bytes = await readBody(c, lake.maxUploadBytes)
      const place = {
        store,
        assets: lake.assets,
        projectId: lake.projectId,
        address: lake.address(),
        identity: c.get('user').id,
      }
      return c.json({document: await storeAsset(place, kind, bytes, readDetails(c))})
    })
    app.get(`/${kind}/:project/:dataset/:name{.+}`, (c) => serve(lake, c, kind))
  }
}

function readDetails(c: LakeRequest) {
  const search = new URL(c.req.url).searchParams
  const text = (name: string) => search.get(name) ?? undefined
  const source = {id: text('sourceId'), name: text('sourceName'), url: text('sourceUrl')}
  return {
    fileName: text('filename'),
    contentType: c.req.header('content-type'),
    title: text('title'),
    label: text('label'),
    description: text('description'),
    creditLine: text('creditLine'),
    source: source.id && source.name ? (source as {id: string; name: string}) : undefined,
  }
}

async function serve(lake: LakeContext, c: LakeRequest, kind: AssetKind): Promise<Response> {
  lake.storeOf(c.req.param('dataset')!)
  // A name after the file's own is for people who save it: /<file>/<name to save as>.
  const name = c.req.param('name')!.split('/')[0]!
  const bytes = await lake.assets.get(kind, name)
  if (!bytes)
    throw new LakeError({status: 404, type: 'httpNotFound', description: `There is no asset "${name}"`})
  const search = new URL(c.req.url).searchParams
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const made =
    kind === 'images'
      ? await transformImage(bytes, extension, search, c.req.header('accept') ?? '')
      : undefined
  const mimeType = made?.mimeType ?? toMimeType(extension)
  const headers: Record<string, string> = {
    'content-type': mimeType,
    // What was uploaded stays what it is: the name is made from the bytes.
    'cache-control': 'public, max-age=31536000, s-maxage=2592000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept, origin',
  }
  if (shownAsPage.test(mimeType)) {
    headers['content-security-policy'] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
  }
  const download = search.get('dl')
  if (download !== null || (kind === 'files' && shownAsPage.test(mimeType))) {
    headers['content-disposition'] = `attachment; filename*=UTF-8''${encodeURIComponent(download || name)}`
  }
  return c.body(new Uint8Array(made?.bytes ?? bytes), 200, headers)
}
