import { setTimeout as sleep } from 'node:timers/promises'
import Decimal from 'decimal.js'
import { entities } from '../../entities'
import type { OpenReservation, StockLevel } from '../../host-erp/reading'
import { inTurn } from '../../turns'
import { sparePartsSettings } from '../settings'
import { figuresOf, keyOf, type PlaceFigures } from './figures'
import { hostReading } from './host'
import { describePlaces } from './places'

export interface Part { ID: string; number: string }

interface StoredFigures extends PlaceFigures { version: number; readAt: string | null }

const ATTEMPTS = 4
const PAUSE = 60
const PARALLEL = 4

/**
 * Reads the stock of parts from the host, whatever its age, and writes it place by place. A row whose pieces moved while the host was asked
 * keeps what it has, and the host is asked again. To be called without a transaction open.
 *
 * @throws ReadingFailure of the first part that could not be read; others are written all the same
 */
export async function refreshStock(parts: Part[]): Promise<void> {
  const queue = [...parts]
  const failures: unknown[] = []
  const work = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) await refreshPart(part).catch(error => { failures.push(error) })
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, queue.length) }, work))
  if (failures.length) throw failures[0]
}

async function refreshPart(part: Part): Promise<void> {
  const reading = await hostReading()
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = await inTurn(() => storedOf(part.ID))
    const askedAt = new Date()
    // In this order: a piece that is issued in between is missing twice until the next time, and never there twice.
    const reservations = await reading.openReservations(part.number)
    const levels = await reading.stock({ material: part.number })
    if (await inTurn(() => write(part, new Map(before.map(row => [keyOf(row), row.version])), { reservations, levels, askedAt }))) return
    await sleep(PAUSE * attempt)
  }
}

interface Told { reservations: OpenReservation[]; levels: StockLevel[]; askedAt: Date }

/**
 * Rows that somebody has locked are passed over, so that nobody ever waits for a refresh with a lock held, and no refresh for them.
 *
 * @param versions of the rows before the host was asked
 * @returns whether all rows have been written
 */
async function write(part: Part, versions: Map<string, number>, { reservations, levels, askedAt }: Told): Promise<boolean> {
  const { PartStocks } = entities()
  const ours = await oursAmong(reservations)
  const told = new Map(figuresOf(levels, reservations, reference => ours.has(reference)).map(row => [keyOf(row), row]))
  const stored = await storedOf(part.ID, true)
  const free = new Map(stored.map(row => [keyOf(row), row]))
  const readAt = askedAt.toISOString()
  const wanted = [...told.values(), ...stored.filter(row => !told.has(keyOf(row))).map(row => ({ ...row, unrestricted: '0', blocked: '0', reserved: '0' }))]
  const writable = wanted.filter(row => {
    const now = free.get(keyOf(row))
    return versions.has(keyOf(row)) ? now && now.version === versions.get(keyOf(row)) : !now
  })
  // An answer to a later question is there already.
  const newer = writable.filter(row => !((free.get(keyOf(row))?.readAt ?? '') > readAt))
  const same = newer.filter(row => isSame(free.get(keyOf(row)), row))
  const changed = newer.filter(row => !same.includes(row))
  if (same.length) {
    await UPDATE(PartStocks).with({ readAt, isStale: false })
      .where([{ ref: ['part_ID'] }, '=', { val: part.ID }, 'and', '(', ...same.flatMap((row, index) => [...(index ? ['or'] : []), ...placeIs(row)]), ')'] as never)
  }
  if (changed.length) {
    await UPSERT.into(PartStocks).entries(changed.map(({ plant, storageLocation, unrestricted, blocked, reserved, unit }) =>
      ({ part_ID: part.ID, plant, storageLocation, unrestricted, blocked, reserved, unit, readAt, isStale: false })))
  }
  await describePlaces(changed, sparePartsSettings().unknownPlaceKind)
  return writable.length === wanted.length
}

const placeIs = ({ plant, storageLocation }: PlaceFigures) =>
  ['(', { ref: ['plant'] }, '=', { val: plant }, 'and', { ref: ['storageLocation'] }, '=', { val: storageLocation }, ')']

const isSame = (stored: StoredFigures | undefined, told: PlaceFigures) => Boolean(stored) && stored!.unit === told.unit &&
  (['unrestricted', 'blocked', 'reserved'] as const).every(field => new Decimal(stored![field]).eq(told[field]))

async function storedOf(part_ID: string, isForUpdate = false): Promise<StoredFigures[]> {
  const { PartStocks } = entities()
  const query = SELECT.from(PartStocks).columns('plant', 'storageLocation', 'unrestricted', 'blocked', 'reserved', 'unit', 'version', 'readAt').where({ part_ID })
    .orderBy('plant', 'storageLocation')
  return (await (isForUpdate ? query.forUpdate({ ignoreLocked: true } as never) : query)) as StoredFigures[]
}

/** Of all texts of reservations those that are keys of our messages: what they hold is counted as claimed. */
async function oursAmong(reservations: OpenReservation[]): Promise<Set<string>> {
  const { HostMessages } = entities()
  const references = [...new Set(reservations.flatMap(({ reference }) => reference ?? []))]
  const found = references.length ? ((await SELECT.from(HostMessages).columns('idempotencyKey').where({ idempotencyKey: { in: references } })) as { idempotencyKey: string }[]) : []
  return new Set(found.map(({ idempotencyKey }) => idempotencyKey))
}
