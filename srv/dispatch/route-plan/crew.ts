import type { Worker } from 'node:worker_threads'
import type { Model } from './model'
import { polish, type Polish, type Polished } from './polish'
import { runTask, type Outcome, type Task } from './task'
import { threadOf } from './thread'
import type { Job } from './worker'

/** Who does the searching. */
export interface Searchers {
  size: number
  brief(model: Model): void
  search(tasks: Task[]): Promise<Outcome[]>
  polish(tasks: Polish[]): Promise<Polished[]>
  dismiss(): Promise<void>
}

/** Searches in the calling thread: for small problems and tests. */
export class Alone implements Searchers {
  readonly size = 1
  private model!: Model

  constructor(private stop: Int32Array) {}

  brief(model: Model): void {
    this.model = model
  }

  search = async (tasks: Task[]): Promise<Outcome[]> => tasks.map(task => runTask(this.model, task, () => Atomics.load(this.stop, 0) !== 0))
  polish = (tasks: Polish[]): Promise<Polished[]> => Promise.all(tasks.map(task => polish(this.model, task)))
  dismiss = async (): Promise<void> => {}
}

/** Workers that share one model. Jobs go to the worker with the least to do; results come back in the sequence of the jobs. */
export class Crew implements Searchers {
  private members: { worker: Worker; waiting: Map<number, { resolve: (result: any) => void; reject: (error: Error) => void }> }[]
  private jobs = 0

  constructor(readonly size: number, private stop: Int32Array) {
    this.members = Array.from({ length: size }, () => this.hire())
  }

  search = (tasks: Task[]): Promise<Outcome[]> => Promise.all(tasks.map(task => this.run({ kind: 'search', task })))
  polish = (tasks: Polish[]): Promise<Polished[]> => Promise.all(tasks.map(task => this.run({ kind: 'polish', task })))

  /** Everyone gets the model before the first job. */
  brief(model: Model): void {
    for (const { worker } of this.members) worker.postMessage({ model })
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.members.map(({ worker }) => worker.terminate()))
  }

  private run(job: Job): Promise<any> {
    const member = this.members.reduce((least, each) => (each.waiting.size < least.waiting.size ? each : least))
    const id = this.jobs++
    return new Promise((resolve, reject) => {
      member.waiting.set(id, { resolve, reject })
      member.worker.postMessage({ id, job })
    })
  }

  private hire() {
    const worker = threadOf('worker', { stop: this.stop })
    const waiting = new Map()
    worker.on('message', ({ id, result, error }) => {
      const { resolve, reject } = waiting.get(id)
      waiting.delete(id)
      if (error) reject(new Error(error))
      else resolve(result)
    })
    worker.on('error', error => {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return { worker, waiting }
  }
}
