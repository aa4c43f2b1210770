import {parentPort} from 'node:worker_threads'

/** A thread that takes jobs and never comes to them. */
parentPort!.on('message', () => {})
