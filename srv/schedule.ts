import cds from '@sap/cds'
import { inTurn } from './turns'

/** Of CAP's queue; it is a promise only once it has its name. */
interface Task { as(name: string): PromiseLike<unknown> }
/** Missing in CAP's types. */
interface Schedulable { schedule(event: string, data: object): { after(ms: number): Task; every(interval: string): Task } }

/** Has CAP's queue raise an event of a service, once the transaction at hand is done. Of one name there is one task for all instances; await it. */
export const schedule = (service: cds.Service, event: string, data: object = {}) => (service as unknown as Schedulable).schedule(event, data)

/**
 * Has an event raised again and again: one task for all instances, which survives a restart.
 *
 * @param interval such as `1m`
 * @param otherwise what the log says is missing when that fails
 */
export async function scheduleEvery(service: cds.Service, event: string, interval: string, task: string, log: string, otherwise: string): Promise<void> {
  await inTurn(async () => { await schedule(service, event).every(interval).as(task) }).catch(error => cds.log(log).error(otherwise, error))
}
