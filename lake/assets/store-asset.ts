import path from 'node:path'
import {newRandomId, type Mutation, type Store, type StoredDocument} from '../store/index.ts'
import {openAssetFolder, toSha1, type AssetFolder} from './asset-folder.ts'
import {readImage} from './read-image.ts'
import {toMimeType} from './mime-types.ts'

export interface AssetDetails {
  fileName?: string | undefined
  contentType?: string | undefined
  title?: string | undefined
  label?: string | undefined
  description?: string | undefined
  creditLine?: string | undefined
  source?: {id?: string; name?: string; url?: string} | undefined
}

export interface AssetPlace {
  store: Store
  assets: AssetFolder
  projectId: string
  /** The address at which the lake serves the asset, without a slash at the end. */
  address: string
  identity?: string
}

/**
 * Stores an image or file and its asset document. The same bytes give the same document; it is not made again.
 * A picture that cannot be read throws a `LakeError` 400.
 */
export async function storeAsset(
  place: AssetPlace,
  kind: 'images' | 'files',
  bytes: Buffer,
  details: AssetDetails,
): Promise<StoredDocument> {
  const sha1 = toSha1(bytes)
  const image = kind === 'images' ? await readImage(bytes) : undefined
  const extension = image?.extension ?? toExtension(details.fileName, details.contentType)
  const size = image ? `-${image.width}x${image.height}` : ''
  const id = `${image ? 'image' : 'file'}-${sha1}${size}-${extension}`
  const known = place.store.getDocument(id)
  const name = `${sha1}${size}.${extension}`
  await place.assets.put(kind, name, bytes)
  if (known) return known
  const assetPath = `${kind}/${place.projectId}/${place.store.dataset}/${name}`
  const {fileName, contentType: _type, ...described} = details
  const document = {
    _id: id,
    _type: image ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: sha1,
    extension,
    mimeType: image?.mimeType ?? toMimeType(extension, details.contentType),
    originalFilename: fileName ? path.basename(fileName) : `${sha1}.${extension}`,
    path: assetPath,
    sha1hash: sha1,
    size: bytes.byteLength,
    uploadId: newRandomId(),
    url: `${place.address}/${assetPath}`,
    ...(image ? {metadata: image.metadata} : {}),
    ...Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined)),
  }
  const mutation: Mutation = {createIfNotExists: document}
  place.store.transact([mutation], {identity: place.identity})
  return place.store.getDocument(id)!
}

/** As `storeAsset`, for a file (not a picture) in a store that this process has open. Returns the asset document's id. */
export async function storeFileAsset(
  store: Store,
  data: string,
  bytes: Uint8Array,
  fileName: string | undefined,
): Promise<string> {
  const assets = openAssetFolder(path.join(data, 'assets'))
  // The server puts its own address in place of this one when it starts.
  const place = {store, assets, projectId: 'local', address: 'http://localhost'}
  const document = await storeAsset(place, 'files', Buffer.from(bytes), {fileName})
  return document._id
}

/** The bytes of a file asset in the lake's data folder; null when there is no such file. */
export async function readFileAsset(data: string, assetId: string): Promise<Uint8Array | null> {
  const [, sha1, extension] = /^file-([0-9a-f]{40})-([a-z0-9]{1,10})$/.exec(assetId) ?? []
  if (!sha1) return null
  return (await openAssetFolder(path.join(data, 'assets')).get('files', `${sha1}.${extension}`)) ?? null
}

function toExtension(fileName: string | undefined, contentType: string | undefined): string {
  const fromName = path
    .extname(fileName ?? '')
    .slice(1)
    .toLowerCase()
  if (/^[a-z0-9]{1,10}$/.test(fromName)) return fromName
  const fromType = (contentType ?? '').split(';')[0]!.split('/')[1] ?? ''
  return /^[a-z0-9]{1,10}$/.test(fromType) && fromType !== 'octet' ? fromType : 'bin'
}
