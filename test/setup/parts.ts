import cds from '@sap/cds'
import type { AxiosInstance } from 'axios'
import { refreshStock } from '../../srv/spare-parts/stock/refresh'
import type { HostErp } from '../host-erp/start'
import { signedIn, PATHS } from '../host-erp/client'
import type { App } from './app'

export const SPARE_PARTS = '/odata/v4/spare-parts'
const SERVICE = 'aftersales.SparePartsService'

/** Path of an action that is bound to a need. */
export const onNeed = (ID: string, name: string) => `${SPARE_PARTS}/Reservations(${ID})/${SERVICE}.${name}`

/** ID of a part of the sample data. */
export async function partID(number: string): Promise<string> {
  return (await cds.db.run(SELECT.one.from('aftersales.Products').columns('ID').where({ number })))!.ID
}

export const reservation = async (app: App, ID: string) => (await app.as('parts').get(`${SPARE_PARTS}/Reservations(${ID})`)).data

/** Has the host asked for the stock of a part, whatever the age of what is known. */
export const refreshed = async (number: string) => refreshStock([{ ID: await partID(number), number }])

/** What the mirror says of a part at a place, as numbers. */
export async function mirrored(part: string, plant: string, storageLocation: string) {
  const row = await cds.db.run(SELECT.one.from('aftersales.PartStocks').where({ 'part.number': part, plant, storageLocation }))
  const { unrestricted = 0, blocked = 0, reserved = 0, claimed = 0 } = (row ?? {}) as Record<string, unknown>
  return { unrestricted: Number(unrestricted), blocked: Number(blocked), reserved: Number(reserved), claimed: Number(claimed) }
}

/** The stand-in's own stock, unrestricted and blocked, by `part plant location`. */
export async function hostStock(erp: HostErp): Promise<Map<string, { unrestricted: number; blocked: number }>> {
  const client: AxiosInstance = await signedIn(erp)
  const { data } = await client.get(`${PATHS.stock}/A_MatlStkInAcctMod?$filter=InventorySpecialStockType eq ''&$top=5000`)
  const stock = new Map<string, { unrestricted: number; blocked: number }>()
  for (const row of data.d.results) {
    const key = `${row.Material} ${row.Plant} ${row.StorageLocation}`
    const level = stock.get(key) ?? { unrestricted: 0, blocked: 0 }
    const quantity = Number(row.MatlWrhsStkQtyInMatlBaseUnit)
    stock.set(key, { ...level, ...(row.InventoryStockType === '07' ? { blocked: level.blocked + quantity } : { unrestricted: level.unrestricted + quantity }) })
  }
  return stock
}

/** The host's reservations that are still open, by number. */
export async function openHostReservations(erp: HostErp): Promise<string[]> {
  const client = await signedIn(erp)
  const { data } = await client.get(`${PATHS.reservations}/A_ReservationDocumentItem?$filter=ReservationItemIsFinallyIssued eq false&$top=5000`)
  return data.d.results.map((row: { Reservation: string }) => row.Reservation)
}

/** Waits until the host has answered all that was asked of it. */
export async function settled(): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const open = (await cds.db.run(SELECT.from('aftersales.HostMessages').columns('kind_code', 'state_code', 'lastError', 'dependsOn_ID').where({ state_code: { in: ['Pending', 'Sent'] } }))) as unknown[]
    if (!open.length) return
    await new Promise(resolve => setTimeout(resolve, 40))
  }
  throw new Error('Messages to the host are still open')
}

/** Where a row's pieces are, as numbers. */
export function piecesIn(row: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).flatMap(([name, value]) =>
    name === 'quantity' ? [[name, Number(value)]] : name.endsWith('Quantity') ? [[name.replace('Quantity', ''), Number(value)]] : []))
}
