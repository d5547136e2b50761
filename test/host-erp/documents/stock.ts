import cds from '@sap/cds'
import { refuse } from '../errors'
import { insert, table } from './table'

const STOCK = 'API_MATERIAL_STOCK_SRV.A_MatlStkInAcctMod'
const QUANTITY = 'MatlWrhsStkQtyInMatlBaseUnit'

export const UNRESTRICTED = '01'
export const BLOCKED = '07'

export interface StockKey {
  Material: string
  Plant: string
  StorageLocation: string
  Batch: string
  Supplier: string
  InventorySpecialStockType: string
  InventoryStockType: string
}

/** The full key of a stock row; what does not apply is blank, never null. */
export const stockRow = (key: StockKey) => ({ Customer: '', WBSElementInternalID: '', SDDocument: '', SDDocumentItem: '', ...key })

/** Moves a quantity in or out by one conditional update; a deficit is refused with the host's own message. */
export async function moveStock(key: StockKey, delta: number, unit: string): Promise<void> {
  const row = stockRow(key)
  const { changes } = await cds.run(
    `UPDATE ${table(STOCK)} SET ${QUANTITY} = round(${QUANTITY} + ?, 3) WHERE ${Object.keys(row).map(name => `${name} = ?`).join(' AND ')} AND ${QUANTITY} + ? >= 0`,
    [delta, ...Object.values(row), delta]) as { changes: number }
  if (changes) return
  if (delta >= 0) return insert(STOCK, [{ ...row, MaterialBaseUnit: unit, [QUANTITY]: delta }])
  const there = await cds.run(SELECT.one.from(STOCK).columns(QUANTITY).where(row)) as Record<string, string> | null
  const shortage = Math.round((-delta - Number(there?.[QUANTITY] ?? 0)) * 1000) / 1000
  refuse('M7/021', String(shortage), unit, key.Material, key.Plant, key.StorageLocation)
}
