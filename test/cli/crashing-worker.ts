import {parentPort} from 'node:worker_threads'
import {readParsed} from '../../cli/import/read-parsed.ts'
import type {CopyFile} from '../../cli/files/copy-files.ts'

/** As `parse-worker.ts`, but copy of a certain name ends the thread. */
parentPort!.on('message', (file: CopyFile) => {
  if (file.path.endsWith('crash.txt')) process.exit(7)
  void readParsed(file).then((value) => parentPort!.postMessage({value}))
})
