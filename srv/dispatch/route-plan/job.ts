import { reduceFleet, type Fleet, type FleetTask } from './fleet'
import type { Model } from './model'
import { polish, type Polish, type Polished } from './polish'
import { runTask, type Outcome, type Task } from './task'

/** Kinds of work that can be given to a thread, with what they take and return. */
export interface Work {
  search: { task: Task; result: Outcome }
  fleet: { task: FleetTask; result: Fleet }
  polish: { task: Polish; result: Polished }
}

export type Kind = keyof Work

const WORK: { [K in Kind]: (model: Model, task: Work[K]['task'], stopped: () => boolean) => Work[K]['result'] | Promise<Work[K]['result']> } =
  { search: runTask, fleet: reduceFleet, polish }

export async function perform<K extends Kind>(kind: K, model: Model, task: Work[K]['task'], stopped: () => boolean): Promise<Work[K]['result']> {
  return WORK[kind](model, task, stopped)
}
