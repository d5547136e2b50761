import cds from '@sap/cds'
import { setTimeout as sleep } from 'node:timers/promises'
import { entities } from '../../entities'
import type { BomItem } from '../../host-erp/reading'
import { hasHostErp } from '../../present'
import { SharedAnswers } from '../../shared-answers'
import { inTurn } from '../../turns'
import { rowsOf } from '../asking'
import { sparePartsSettings } from '../settings'
import { isTransactionOpen } from '../../reading-first'
import { hostReading } from '../stock/host'
import { learnAlternatives } from '../substitutes/learning'

interface Model { product_ID: string; number: string; plant: string }

/** After a failure the host is left alone for a moment. */
const PAUSE = 60_000
const readings = new SharedAnswers<boolean>()

/**
 * Asks the host for the bill of material of an order's equipment, when it has not been asked for a day. Whoever waits does so for a few
 * seconds at most; what was known before stands while the host can't answer. Does nothing within a transaction.
 */
export async function freshModelParts(workOrder_ID: string): Promise<void> {
  if (isTransactionOpen()) return
  const model = hasHostErp() && (await inTurn(() => staleModelOf(workOrder_ID)))
  if (!model) return
  const impatience = new AbortController()
  const answer = readings.of(`${model.product_ID} ${model.plant}`, PAUSE, () => read(model))
  await Promise.race([answer, sleep(sparePartsSettings().stockPatience, undefined, { signal: impatience.signal, ref: false }).catch(() => undefined)])
  impatience.abort()
}

async function staleModelOf(workOrder_ID: string): Promise<Model | undefined> {
  const { WorkOrders, ModelPartReadings } = entities()
  const model = (await SELECT.one.from(WorkOrders).columns('plant', 'equipment.product.ID as product_ID', 'equipment.product.number as number')
    .where({ ID: workOrder_ID })) as Partial<Model> | undefined
  if (!model?.product_ID || !model.plant) return undefined
  const { product_ID, plant } = model
  const reading = (await SELECT.one.from(ModelPartReadings).columns('readAt').where({ product_ID, plant })) as { readAt: string } | undefined
  const isFresh = reading && Date.now() - Date.parse(reading.readAt) < sparePartsSettings().bomFreshness
  return isFresh ? undefined : (model as Model)
}

async function read(model: Model): Promise<boolean> {
  try {
    const items = await (await hostReading()).billOfMaterial(model.number, model.plant)
    await inTurn(() => store(model, items))
    return true
  } catch (error) {
    cds.log('spare-parts').warn(`The bill of material of ${model.number} could not be read; the last one stands:`, (error as Error).message)
    return false
  }
}

/** Components that the host has not told as products (yet) can't be needed, and are left out. */
async function store({ product_ID, plant, number }: Model, items: BomItem[]): Promise<void> {
  const { Products, ModelParts, ModelPartReadings } = entities()
  const numbers = [...new Set(items.map(({ material }) => material))]
  const products = await rowsOf<{ ID: string; number: string }>(SELECT.from(Products).columns('ID', 'number').where({ number: { in: ['', ...numbers] } }))
  const known = new Map(products.map(({ ID, number }) => [number, ID]))
  await UPSERT.into(ModelPartReadings).entries({ product_ID, plant, readAt: new Date().toISOString() } as never)
  await DELETE.from(ModelParts).where({ product_ID, plant })
  const rows = items.filter(({ material }) => known.has(material)).map(({ position, material, quantity, unit, isSparePart, alternative }) => ({
    product_ID, plant, part_ID: known.get(material), position, quantity, unit, isSparePart, alternativeGroup: alternative?.group ?? null,
    priority: alternative?.priority ? Number(alternative.priority) : null
  }))
  if (rows.length) await INSERT.into(ModelParts).entries(rows)
  await learnAlternatives(number, items)
}
