import cds from '@sap/cds'
import { isBusy } from '../contention'
import { Round } from '../round'
import { tellNoValues } from '../personal-data/log'
import { inTurn } from '../turns'
import { OBJECTS, type PrivacyObject } from './objects'
import { obstaclesOf } from './obstacles'
import { erase, seal } from './sealing'
import { dataPrivacySettings } from './settings'
import type { RunKind } from './simulating'

interface Item { ID: string; object_code: PrivacyObject; objectID: string; objectNumber: string; endedOn: string; eraseOn: string }

/**
 * Works on runs that somebody has started, batch by batch: each is a transaction that leaves its rows done or held, so that a crash undoes
 * one batch whole. Instances take turns. A row that can't be carried out is found by going on row by row, and is held instead of holding up the rest.
 */
export class RetentionRound extends Round {
  constructor() {
    super('data-privacy', 'A retention run stopped; it goes on with the next round')
  }

  protected async doWork(): Promise<void> {
    let rowByRow = 0
    for (let isMore = true; isMore && !this.isStopped;) {
      const items: Item[] = []
      try {
        isMore = await inTurn(() => nextBatch(rowByRow ? 1 : dataPrivacySettings().batch, items))
      } catch (error) {
        if (!items.length || isBusy(error)) throw error
        if (items.length === 1) await inTurn(() => setAside(items[0], error as Error))
        else rowByRow = items.length + 1
      }
      if (rowByRow) rowByRow--
    }
  }
}

/**
 * The run at hand is locked until the batch is: other instances wait for their turn, and so does who cancels the run or places a hold.
 *
 * @param items is told what the batch consists of
 * @returns whether there may be more to do
 */
async function nextBatch(size: number, items: Item[]): Promise<boolean> {
  tellNoValues()
  const run = (await SELECT.one.from('aftersales.RetentionRuns').columns('ID', 'kind_code').where({ state_code: 'Running' }).orderBy('startedAt', 'ID').forUpdate()) as unknown as
    { ID: string; kind_code: RunKind } | undefined
  if (!run) return false
  const found = (await SELECT.from('aftersales.RetentionItems').columns('ID', 'object_code', 'objectID', 'objectNumber', 'endedOn', 'eraseOn')
    .where({ run_ID: run.ID, state_code: 'Planned' }).orderBy('ID').limit(size)) as unknown as Item[]
  items.splice(0, Infinity, ...found)
  if (items.length) for (const object of new Set(items.map(item => item.object_code))) await work(object, run.kind_code, items.filter(item => item.object_code === object))
  else await UPDATE('aftersales.RetentionRuns').with({ state_code: 'Done', endedAt: cds.context!.timestamp.toISOString() } as never).where({ ID: run.ID })
  return true
}

/** Nothing of it has happened, and the run says so; the next preview shows it again. */
async function setAside({ ID, object_code, objectNumber }: Item, { message }: Error): Promise<void> {
  cds.log('data-privacy').error(`${object_code} ${objectNumber} could not be worked on by a retention run`, message)
  await UPDATE('aftersales.RetentionItems').with({ state_code: 'Held', obstacle_code: 'Failed' } as never).where({ ID, state_code: 'Planned' })
}

async function work(object: PrivacyObject, kind: RunKind, items: Item[]): Promise<void> {
  const at = cds.context!.timestamp.toISOString()
  // Who reopens or edits one of them now comes after.
  await SELECT.from(OBJECTS[object].entity).columns('ID').where({ ID: { in: items.map(item => item.objectID) } }).orderBy('ID').forUpdate()
  const obstacles = await obstaclesOf(object, items.map(item => item.objectID))
  // Runs that were proposed side by side may hold the same rows.
  for (const [ID, code] of await elsewhere(object, kind, items.map(item => item.objectID))) if (!obstacles.has(ID)) obstacles.set(ID, code)
  for (const code of new Set(obstacles.values())) {
    const held = items.filter(item => obstacles.get(item.objectID) === code).map(item => item.ID)
    await UPDATE('aftersales.RetentionItems').with({ state_code: 'Held', obstacle_code: code } as never).where({ ID: { in: held } })
  }
  const free = items.filter(item => !obstacles.has(item.objectID))
  if (!free.length) return
  const IDs = free.map(item => item.objectID)
  if (kind === 'block') {
    await INSERT.into('aftersales.BlockedObjects').entries(free.map(({ objectID, objectNumber, endedOn, eraseOn }) => ({ object_code: object, objectID, objectNumber, endedOn, eraseOn, blockedAt: at })) as never)
    await seal(object, IDs)
  } else {
    await erase(object, IDs)
    await UPDATE('aftersales.BlockedObjects').with({ erasedAt: at } as never).where({ object_code: object, objectID: { in: IDs } })
  }
  await UPDATE('aftersales.RetentionItems').with({ state_code: 'Done', doneAt: at } as never).where({ ID: { in: free.map(item => item.ID) } })
}

async function elsewhere(object: PrivacyObject, kind: RunKind, IDs: string[]): Promise<[string, string][]> {
  const blocked = (await SELECT.from('aftersales.BlockedObjects').columns('objectID', 'erasedAt').where({ object_code: object, objectID: { in: IDs } })) as unknown as { objectID: string; erasedAt: string | null }[]
  const known = new Map(blocked.map(row => [row.objectID, row.erasedAt]))
  return IDs.filter(ID => (kind === 'block' ? known.has(ID) : known.get(ID) !== null)).map(ID => [ID, 'Changed'])
}
