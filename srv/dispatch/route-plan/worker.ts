import { parentPort, workerData } from 'node:worker_threads'
import { perform, type Kind, type Work } from './job'
import type { Model } from './model'

export interface Job<K extends Kind = Kind> { id: number; kind: K; task: Work[K]['task'] }

/** Does what the crew asks for, one job after the other; the first message is the model. */
const { stop } = workerData as { stop: Int32Array }
const stopped = () => Atomics.load(stop, 0) !== 0
let model: Model

parentPort!.on('message', async (message: { model: Model } | Job) => {
  if ('model' in message) {
    model = message.model
    return
  }
  const { id, kind, task } = message
  try {
    parentPort!.postMessage({ id, result: await perform(kind, model, task, stopped) })
  } catch (error) {
    parentPort!.postMessage({ id, error: (error as Error).stack })
  }
})
