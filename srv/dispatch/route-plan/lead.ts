import { parentPort, workerData } from 'node:worker_threads'
import './giving-way'
import { hired } from './hired'
import { coordinate } from './coordinate'
import { Crew } from './crew'
import type { PlanOptions, RouteProblem } from './problem'

/** The thread that leads a plan's search: reading the problem and cutting it takes time that the server's event loop should not lose. */
const { problem, options, stop } = workerData as { problem: RouteProblem; options: PlanOptions; stop: Int32Array }

coordinate(problem, { ...options, onProgress: progress => parentPort!.postMessage({ progress }) }, new Crew(hired, stop), stop).then(
  plan => parentPort!.postMessage({ plan }),
  error => parentPort!.postMessage({ error: (error as Error).stack })
)
