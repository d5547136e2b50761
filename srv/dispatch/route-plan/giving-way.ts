import os from 'node:os'
import { workerData } from 'node:worker_threads'
import type { PlanOptions } from './problem'

/** On Linux a priority is that of a thread and of those it starts; elsewhere it would be that of the whole process, requests included. */
const { options } = workerData as { options: PlanOptions }

/** A third of the processor where somebody else wants it as well. */
const NICENESS = 5

if (options.givesWay && process.platform === 'linux') os.setPriority(NICENESS)
