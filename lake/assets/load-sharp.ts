import type sharp from 'sharp'
import {LakeError} from '../store/index.ts'

/**
 * The library that decodes pictures. It is native and large, and only a lake that keeps pictures needs it; so it is an optional
 * peer of the package, loaded with the first picture. Where it is not installed: a `LakeError` 501 that says what to do.
 */
export async function loadSharp(): Promise<typeof sharp> {
  try {
    return (await import('sharp')).default
  } catch (cause) {
    throw new LakeError({
      status: 501,
      type: 'notImplemented',
      description:
        'Pictures need the package "sharp", which is not installed here or not for this platform. Run "npm install sharp" and start the lake again.',
      cause,
    })
  }
}
