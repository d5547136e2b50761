import type { HostErp } from '../host-erp/ports'
import type { ReadingPorts } from '../host-erp/reading'
import { demand, Registry } from './registry'

/** What a port that writes has: kinds of writing, each with both of its functions. */
const WRITING: Record<keyof HostErp, string[]> = {
  reservations: ['reserve', 'withdraw'], movements: ['issue', 'transfer', 'giveBack', 'scrap', 'receive', 'returnToVendor', 'reverse'], requisitions: ['request'],
  serviceOrders: ['create'], notifications: ['notification', 'defect'], journalEntries: ['post', 'reverse'], times: ['confirm', 'cancel'],
  serviceConfirmations: ['confirm', 'cancel'], billing: ['request']
}
const READING: (keyof ReadingPorts)[] = [
  'customers', 'products', 'equipment', 'billOfMaterial', 'stock', 'openReservations', 'requestedItems', 'requisitions', 'infoRecords', 'supply', 'costCenter', 'postedValues',
  'qualityObjects'
]

const writing = new Registry<HostErp[keyof HostErp]>('port of the host'), reading = new Registry<unknown>('reading port of the host')

/**
 * Writes documents of one port elsewhere than in SAP S/4HANA. The queue stays: messages, keys, repeating and attention are as for any other port.
 * `send` writes with the key and answers the document's number, `find` answers the numbers that carry the key: it is asked before each
 * repetition, so that nothing is written twice.
 *
 * @throws for a port that there is not, is replaced already, or is not complete
 */
export function hostPort<Name extends keyof HostErp>(name: Name, port: HostErp[Name]): void {
  const kinds = WRITING[name]
  demand(kinds, `The host has no port '${name}': there are ${Object.keys(WRITING).join(', ')}`)
  const given = port as unknown as Record<string, { send?: unknown; find?: unknown } | undefined>
  for (const kind of kinds) for (const part of ['send', 'find'] as const)
    demand(typeof given?.[kind]?.[part] === 'function', `The port '${name}' needs a function '${kind}.${part}'`)
  writing.add(name, port)
}

/**
 * Reads something elsewhere than in SAP S/4HANA. Failures are thrown as `ReadingFailure`.
 *
 * @throws for a port that there is not, or is replaced already
 */
export function hostReading<Name extends keyof ReadingPorts>(name: Name, port: ReadingPorts[Name]): void {
  demand(READING.includes(name), `Nothing is read from the host as '${name}': there are ${READING.join(', ')}`)
  demand(port, `The reading port '${name}' needs an implementation`)
  reading.add(name, port)
}

/** The ports as this installation has them: its own before those given. */
export const withOwnPorts = (host: HostErp): HostErp => new Proxy(host, { get: (all, name: keyof HostErp) => writing.get(name) ?? all[name] })
export const withOwnReading = (ports: ReadingPorts): ReadingPorts =>
  new Proxy(ports, { get: (all, name: keyof ReadingPorts) => (reading.get(name) as ReadingPorts[typeof name] | undefined) ?? all[name] })

/** Whether some documents still go to SAP S/4HANA. */
export const isHostWritten = (): boolean => Object.keys(WRITING).some(name => !writing.get(name))
