import type { PlanOptions, RoutePlan, RouteProblem } from './problem'
import { threadOf } from './thread'

export * from './problem'

/**
 * Plans routes in threads of its own; the caller's event loop only passes messages on. The best plan found counts when the time or the
 * iterations are used up or `signal` aborts. The same problem, seed, iterations and number of workers give the same plan.
 */
export function planRoutes(problem: RouteProblem, { signal, onProgress, ...options }: PlanOptions = {}): Promise<RoutePlan> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const interrupt = () => Atomics.store(stop, 0, 1)
  if (signal?.aborted) interrupt()
  signal?.addEventListener('abort', interrupt)
  const thread = threadOf('lead', { problem, options: { ...options, startedAt: Date.now() }, stop })
  return new Promise<RoutePlan>((resolve, reject) => {
    thread.on('message', ({ plan, progress, error }) => {
      if (progress) onProgress?.(progress)
      else if (plan) resolve(plan)
      else reject(new Error(error))
    })
    thread.on('error', reject)
    thread.on('exit', code => reject(new Error(`The route planner ended early, code ${code}`)))
  }).finally(() => {
    signal?.removeEventListener('abort', interrupt)
    return thread.terminate()
  })
}
