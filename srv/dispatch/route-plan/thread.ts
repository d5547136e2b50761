import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** Starts a module of this folder as a thread. In development the sources run through tsx, which a thread has to be told. */
export function threadOf(module: string, workerData: unknown): Worker {
  const extension = path.extname(__filename)
  return new Worker(path.join(__dirname, module + extension), { workerData, execArgv: extension === '.ts' ? ['--require', 'tsx/cjs'] : [] })
}
