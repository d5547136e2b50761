import Decimal from 'decimal.js'
import type { InfoRecord, PlantSupply, ReadingPorts, StockLevel, StockType } from '../../reading'
import { fromDate, literal, stripped } from '../../wire-format'
import { api } from '../connection'
import { all, fromHost, many, query, textOf, type Row } from './pages'

const stocks = api('API_MATERIAL_STOCK_SRV')
const infoRecordsApi = api('API_INFORECORD_PROCESS_SRV')
const products = api('API_PRODUCT_SRV')

/** Inventory stock types of the host; others (returns, in transfer, restricted) can't be promised to anybody. */
const STOCK_TYPES: Record<string, StockType> = { '01': 'unrestricted', '02': 'quality', '07': 'blocked' }

/** Own stock only: consignment, customer and project stock carry a special stock type and belong to somebody. */
export const stock: ReadingPorts['stock'] = async ({ material, plant }) => {
  const $filter = all(`Material eq ${literal(material)}`, plant && `Plant eq ${literal(plant)}`, "InventorySpecialStockType eq ''")
  const rows = await everyRow(stocks, query('A_MatlStkInAcctMod', { $filter }))
  return rows.filter(row => row.InventoryStockType in STOCK_TYPES).map(stockLevelOf)
}

export const stockLevelOf = (row: Row): StockLevel => ({
  plant: row.Plant,
  storageLocation: row.StorageLocation,
  batch: textOf(row.Batch),
  stockType: STOCK_TYPES[row.InventoryStockType],
  quantity: new Decimal(row.MatlWrhsStkQtyInMatlBaseUnit ?? 0).toFixed(),
  unit: row.MaterialBaseUnit
})

export const infoRecords: ReadingPorts['infoRecords'] = async (material, plant) => {
  const rows = await everyRow(infoRecordsApi, query('A_PurchasingInfoRecord', {
    $filter: all(`Material eq ${literal(material)}`, 'IsDeleted eq false'), $expand: 'to_PurgInfoRecdOrgPlantData'
  }))
  return rows.flatMap(row => many(row.to_PurgInfoRecdOrgPlantData)
    .filter(terms => !terms.IsMarkedForDeletion && (!plant || !terms.Plant || terms.Plant === plant)).map(terms => infoRecordOf(row, terms)))
}

/** Terms without a plant hold for all plants of the purchasing organisation. */
export const infoRecordOf = (row: Row, terms: Row): InfoRecord => ({
  number: row.PurchasingInfoRecord,
  supplier: row.Supplier,
  supplierMaterial: textOf(row.SupplierMaterialNumber),
  isRegularSupplier: Boolean(row.IsRegularSupplier),
  plant: textOf(terms.Plant),
  purchasingGroup: textOf(terms.PurchasingGroup),
  deliveryDays: Number(terms.MaterialPlannedDeliveryDurn ?? 0),
  price: new Decimal(terms.NetPriceAmount ?? 0).toFixed(),
  per: new Decimal(terms.MaterialPriceUnitQty || 1).toFixed(),
  priceUnit: terms.PurchaseOrderPriceUnit || row.BaseUnit,
  currency: terms.Currency
})

export const supply: ReadingPorts['supply'] = async (material, plant) => {
  const where = `Product eq ${literal(material)}`
  const [[planning], valuations] = await Promise.all([
    everyRow(products, query('A_ProductSupplyPlanning', { $filter: all(where, `Plant eq ${literal(plant)}`) })),
    everyRow(products, query('A_ProductValuation', { $filter: all(where, `ValuationArea eq ${literal(plant)}`, "ValuationType eq ''") }))
  ])
  return planning && supplyOf(planning, valuations[0])
}

/** The plant is the valuation area, as S/4HANA has it unless a company values as a whole; then there is no value. */
export function supplyOf(planning: Row, valuation?: Row): PlantSupply {
  const isStandard = valuation?.InventoryValuationProcedure === 'S'
  return {
    plant: planning.Plant,
    safetyStock: new Decimal(planning.SafetyStockQuantity ?? 0).toFixed(),
    reorderPoint: new Decimal(planning.ReorderThresholdQuantity ?? 0).toFixed(),
    deliveryDays: Number(planning.PlannedDeliveryDurationInDays ?? 0),
    goodsReceiptDays: Number(planning.GoodsReceiptDuration ?? 0),
    successor: stripped(textOf(planning.FollowUpProduct) ?? '') || null,
    discontinuedFrom: fromDate(planning.EffectiveOutDate),
    value: valuation ? new Decimal((isStandard ? valuation.StandardPrice : valuation.MovingAveragePrice) ?? 0).toFixed() : null,
    per: valuation ? new Decimal(valuation.PriceUnitQty || 1).toFixed() : null,
    currency: valuation?.Currency ?? null
  }
}

/** Short lists, but the host may cut any list into pages. */
export async function everyRow(from: ReturnType<typeof api>, path: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let next: string | undefined = path; next;) {
    const page = await fromHost(() => from.get(next!))
    rows.push(...page.rows)
    next = page.next
  }
  return rows
}
