import { entities } from '../../entities'
import { type Finding, kindOf } from './records'
import type { Run } from './runs'
import { replicationSettings } from './settings'

/** So many replicas may always be missing, however few there are. */
const ALWAYS_ALLOWED = 5
/** The host counts before it reads: so much may have changed meanwhile. */
const TOLERANCE = 0.02

/** A full load that must not deactivate anything. */
export class Incomplete extends Error {
  constructor(readonly code: 'TOO_MANY_MISSING' | 'ANSWER_INCOMPLETE') { super(code) }
}

/**
 * Deactivates what a full load did not meet: the host has it no more. Nothing is deleted, since orders refer to it. Rows that never came from the
 * host, such as equipment of imported orders, stay.
 *
 * @returns how many were deactivated
 * @throws Incomplete when the host delivered clearly less than it had announced, or when more is missing than `mostMissing` allows: an empty
 * answer, or one cut by a missing authorisation, must not put all equipment out of service
 */
export async function deactivateMissing({ ID, object_code, expected, read }: Run): Promise<number> {
  const { ReplicationSightings } = entities()
  const entity = entities()[kindOf(object_code).entity]
  if (read < (expected ?? 0) - Math.max(ALWAYS_ALLOWED, (expected ?? 0) * TOLERANCE)) throw new Incomplete('ANSWER_INCOMPLETE')
  const replicated = { isActive: true, replicatedAt: { '!=': null } }
  const missing = { ...replicated, number: { 'not in': SELECT.from(ReplicationSightings).columns('number').where({ run_ID: ID }) } }
  const most = Math.max(ALWAYS_ALLOWED, (await count(entity, replicated)) * replicationSettings().mostMissing)
  if ((await count(entity, missing)) > most) throw new Incomplete('TOO_MANY_MISSING')
  const deactivated = await UPDATE(entity).with({ isActive: false, replicatedAt: new Date().toISOString() } as never).where(missing as never)
  await DELETE.from(ReplicationSightings).where({ run_ID: ID })
  return deactivated
}

async function count(entity: any, where: object): Promise<number> {
  const { total } = await SELECT.one.from(entity).columns('count(*) as total').where(where as never) as unknown as { total: number }
  return Number(total)
}

/** Remembers what the host has, for the end of a full load. */
export async function sight(run_ID: string, numbers: string[]): Promise<void> {
  const { ReplicationSightings } = entities()
  if (numbers.length) await UPSERT.into(ReplicationSightings).entries(numbers.map(number => ({ run_ID, number })))
}

const STEP = 1000

interface Piece { ID: string; number: string; serialNumber: string; parentNumber: string }

/**
 * Links pieces of equipment whose parent was replicated after them, set by set.
 * @returns the next ID to continue behind, and which parents are still missing
 */
export async function linkParents(after: string): Promise<{ next?: string; findings: Finding[] }> {
  const { Equipment } = entities()
  const parts = (await SELECT.from(Equipment).columns('ID', 'number', 'serialNumber', 'parentNumber')
    .where({ parentNumber: { '!=': null }, parent_ID: null, ID: { '>': after } }).orderBy('ID').limit(STEP)) as Piece[]
  if (!parts.length) return { findings: [] }
  const parents = (await SELECT.from(Equipment).columns('ID', 'number').where({ number: { in: parts.map(({ parentNumber }) => parentNumber) } })) as Piece[]
  const byNumber = new Map(parents.map(({ number, ID }) => [number, ID]))
  const linked = parts.filter(({ parentNumber }) => byNumber.has(parentNumber))
  const links = linked.map(({ ID, number, serialNumber, parentNumber }) => ({ ID, number, serialNumber, parent_ID: byNumber.get(parentNumber) }))
  if (links.length) await UPSERT.into(Equipment).entries(links)
  const findings = parts.filter(({ parentNumber }) => !byNumber.has(parentNumber))
    .map(({ number, parentNumber }) => ({ number, code: 'PARENT_UNKNOWN', isReject: false, field: 'parent', unknown: parentNumber }))
  return { ...(parts.length === STEP && { next: parts.at(-1)!.ID }), findings }
}

