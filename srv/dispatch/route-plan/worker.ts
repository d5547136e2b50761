import { parentPort, workerData } from 'node:worker_threads'
import type { Model } from './model'
import { polish, type Polish } from './polish'
import { runTask, type Task } from './task'

export type Job = { kind: 'search'; task: Task } | { kind: 'polish'; task: Polish }

/** Does what the crew asks for, one job after the other; the first message is the model. */
const { stop } = workerData as { stop: Int32Array }
const stopped = () => Atomics.load(stop, 0) !== 0
let model: Model

parentPort!.on('message', async (message: { model: Model } | { id: number; job: Job }) => {
  if ('model' in message) {
    model = message.model
    return
  }
  const { id, job } = message
  try {
    parentPort!.postMessage({ id, result: job.kind === 'search' ? runTask(model, job.task, stopped) : await polish(model, job.task) })
  } catch (error) {
    parentPort!.postMessage({ id, error: (error as Error).stack })
  }
})
