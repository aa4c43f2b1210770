import {SingleBar, Presets} from 'cli-progress'

/** A progress bar on standard error; nothing where that is no terminal. */
export interface Progress {
  advance(bytes: number): void
  stop(): void
}

export function startProgress(files: number, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY || files < 2) return {advance: () => {}, stop: () => {}}
  const bar = new SingleBar(
    {
      stream,
      format: 'importing {bar} {value}/{total} files, {rate} files/s, {eta_formatted} left',
      hideCursor: true,
      etaBuffer: 200,
    },
    Presets.shades_classic,
  )
  const startedAt = performance.now()
  let done = 0
  bar.start(files, 0, {rate: 0})
  return {
    advance() {
      done++
      bar.update(done, {rate: Math.round(done / ((performance.now() - startedAt) / 1000))})
    },
    stop: () => bar.stop(),
  }
}
