import { entities } from '../../entities'
import { rowsOf } from '../asking'
import { transitsOf } from '../availability/transits'
import type { SupplyTerms } from '../demand/stock-levels'
import { sparePartsSettings } from '../settings'
import { keyOf, type PartPlace } from './history'

/** On what terms a part comes to a place, and what is there. */
export interface Supply { terms: SupplyTerms; available: number; onOrder: number; unit: string | null; isVan: boolean }

interface Stock extends PartPlace { available: string; onOrder: string | null; onOrderPromised: string | null; kind: string | null }
const STOCK = ['part_ID', 'plant', 'storageLocation', 'available', 'onOrder', 'onOrderPromised', 'place.kind.code as kind']
interface Lead { part_ID: string; plant: string; deliveryDays: number | null; goodsReceiptDays: number | null }

/** Units of which a part of one is of use; all others come whole. */
const DIVISIBLE = new Set(['M', 'CM', 'MM', 'M2', 'M3', 'L', 'ML', 'KG', 'G', 'FT', 'YD', 'LB', 'GAL'])
/** A van is filled from a depot of its plant. */
const VAN_DAYS = 1

/** For all of a turn at once, in the caller's transaction. What is bought for orders that wait for it is theirs. */
export async function supplyOf(places: PartPlace[]): Promise<(place: PartPlace) => Supply> {
  const { Products, PartStocks, PartSupplies } = entities()
  const part_IDs = [...new Set(places.map(({ part_ID }) => part_ID))]
  const part_ID = { in: part_IDs }
  const products = await rowsOf<{ ID: string; baseUnit: string | null }>(SELECT.from(Products).columns('ID', 'baseUnit').where({ ID: part_ID }))
  const rows = await rowsOf<Stock>(SELECT.from(PartStocks).columns(...STOCK).where({ part_ID }))
  const leads = await rowsOf<Lead>(SELECT.from(PartSupplies).columns('part_ID', 'plant', 'deliveryDays', 'goodsReceiptDays').where({ part_ID }))
  const [units, stocks] = [new Map(products.map(({ ID, baseUnit }) => [ID, baseUnit])), new Map(rows.map(stock => [keyOf(stock), stock]))]
  const transits = await transitsOf(part_IDs)
  const { serviceLevel, leadTimeDays, reviewDays, coverMonths } = sparePartsSettings()
  return place => {
    const stock = stocks.get(keyOf(place))
    const lead = leads.find(({ part_ID, plant }) => part_ID === place.part_ID && plant === place.plant)
    const isVan = stock?.kind === 'van'
    const days = isVan ? VAN_DAYS : lead?.deliveryDays == null ? leadTimeDays : lead.deliveryDays + (lead.goodsReceiptDays ?? 0)
    const unit = units.get(place.part_ID) ?? null
    const onOrder = Math.max(0, Number(stock?.onOrder ?? 0) - Number(stock?.onOrderPromised ?? 0)) + Number(transits.get(keyOf(place))?.quantity ?? 0)
    return {
      terms: { leadTimeDays: days, reviewDays, serviceLevel: serviceLevel / 100, coverMonths, isDivisible: DIVISIBLE.has(unit ?? '') },
      available: Number(stock?.available ?? 0), onOrder: Math.round(onOrder * 1000) / 1000, unit, isVan
    }
  }
}
