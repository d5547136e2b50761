import type { Worker } from 'node:worker_threads'
import { perform, type Kind, type Work } from './job'
import type { Model } from './model'

/** Who does the searching: everyone gets the model before the first task; results come back in the sequence of the tasks. */
export interface Searchers {
  size: number
  brief(model: Model): void
  run<K extends Kind>(kind: K, tasks: Work[K]['task'][]): Promise<Work[K]['result'][]>
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

  run<K extends Kind>(kind: K, tasks: Work[K]['task'][]): Promise<Work[K]['result'][]> {
    return Promise.all(tasks.map(task => perform(kind, this.model, task, () => Atomics.load(this.stop, 0) !== 0)))
  }

  async dismiss(): Promise<void> {}
}

interface Member { worker: Worker; waiting: Map<number, { resolve: (result: any) => void; reject: (error: Error) => void }> }

/** Workers that share one model; a task goes to the worker with the fewest to do. */
export class Crew implements Searchers {
  readonly size: number
  private members: Member[]
  private jobs = 0

  constructor(workers: Worker[]) {
    this.size = workers.length
    this.members = workers.map(member)
  }

  brief(model: Model): void {
    for (const { worker } of this.members) worker.postMessage({ model })
  }

  run<K extends Kind>(kind: K, tasks: Work[K]['task'][]): Promise<Work[K]['result'][]> {
    return Promise.all(tasks.map(task => this.give(kind, task)))
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.members.map(({ worker }) => worker.terminate()))
  }

  private give<K extends Kind>(kind: K, task: Work[K]['task']): Promise<Work[K]['result']> {
    const idlest = this.members.reduce((least, each) => (each.waiting.size < least.waiting.size ? each : least))
    const id = this.jobs++
    return new Promise((resolve, reject) => {
      idlest.waiting.set(id, { resolve, reject })
      idlest.worker.postMessage({ id, kind, task })
    })
  }
}

function member(worker: Worker): Member {
  const waiting: Member['waiting'] = new Map()
  worker.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id)!
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
