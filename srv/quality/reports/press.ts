import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Imprint, ReportDocument } from './document'
import type { Printed } from './press-worker'

interface Waiting { resolve(printed: Printed): void; reject(error: Error): void }

/** Fonts of twenty megabytes are read once; the thread ends when nobody has printed for a while. */
const IDLE = 120_000

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let jobs = 0
const waiting = new Map<number, Waiting>()

/** Lays a report out, in a thread of its own: a long one takes half a second, in which nobody else shall wait. */
export function print(document: ReportDocument, imprint: Imprint): Promise<Printed> {
  clearTimeout(idle)
  worker ??= start()
  const id = ++jobs
  const printed = new Promise<Printed>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.postMessage({ id, document, imprint })
  return printed.finally(() => {
    waiting.delete(id)
    if (!waiting.size) idle = setTimeout(() => void stopPress(), IDLE).unref()
  })
}

export async function stopPress(): Promise<void> {
  clearTimeout(idle)
  const stopped = worker
  worker = undefined
  await stopped?.terminate()
}

/** In development the sources run through tsx, which a thread has to be told. */
function start(): Worker {
  const extension = path.extname(__filename)
  const started = new Worker(path.join(__dirname, `press-worker${extension}`), { execArgv: extension === '.ts' ? ['--require', 'tsx/cjs'] : [] })
  started.unref()
  started.on('message', ({ id, printed, error }: { id: number; printed?: Printed; error?: string }) => {
    const job = waiting.get(id)
    if (printed) job?.resolve(printed)
    else job?.reject(new Error(error))
  })
  const fail = (error: Error) => {
    if (worker === started) worker = undefined
    for (const job of waiting.values()) job.reject(error)
  }
  started.on('error', fail)
  started.on('exit', () => { if (worker === started) fail(new Error('The thread that prints has ended')) })
  return started
}
