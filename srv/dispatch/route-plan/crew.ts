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

/** Workers and the calling thread, which share one model. A task goes to whom has the fewest to do. */
export class Crew implements Searchers {
  readonly size: number
  private members: Member[]
  private own: Alone
  private ownWaiting = 0
  private ownTurn: Promise<unknown> = Promise.resolve()
  private jobs = 0

  constructor(workers: Worker[], stop: Int32Array) {
    this.size = workers.length + 1
    this.members = workers.map(member)
    this.own = new Alone(stop)
  }

  brief(model: Model): void {
    this.own.brief(model)
    for (const { worker } of this.members) worker.postMessage({ model })
  }

  run<K extends Kind>(kind: K, tasks: Work[K]['task'][]): Promise<Work[K]['result'][]> {
    return Promise.all(tasks.map(task => {
      const idlest = this.members.reduce<Member | undefined>((least, each) => (each.waiting.size < (least?.waiting.size ?? this.ownWaiting) ? each : least), undefined)
      return idlest ? this.give(idlest, kind, task) : this.keep(kind, task)
    }))
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.members.map(({ worker }) => worker.terminate()))
  }

  private give<K extends Kind>({ worker, waiting }: Member, kind: K, task: Work[K]['task']): Promise<Work[K]['result']> {
    const id = this.jobs++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, kind, task })
    })
  }

  /** The thread's own tasks wait until all are given, as it can give nothing while it searches. */
  private keep<K extends Kind>(kind: K, task: Work[K]['task']): Promise<Work[K]['result']> {
    this.ownWaiting++
    const done = this.ownTurn.then(() => this.own.run(kind, [task])).then(([result]) => result).finally(() => this.ownWaiting--)
    this.ownTurn = done.catch(() => {})
    return done
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
