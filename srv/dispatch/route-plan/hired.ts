import { workerData, type Worker } from 'node:worker_threads'
import type { PlanOptions } from './problem'
import { threadOf } from './thread'

/** The lead's helpers, started before it loads the rest of the planner: they load it at the same time. The lead searches as well, so there is one fewer of them. */
const { options, stop } = workerData as { options: PlanOptions; stop: Int32Array }

export const hired: Worker[] = Array.from({ length: (options.workers ?? 1) - 1 }, () => threadOf('worker', { stop }))
