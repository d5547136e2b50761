import cds from '@sap/cds'
import { refuse } from '../errors'
import { lockOn } from '../wire/faults'

interface Product { baseUnit: string; deleted: boolean; plants: Map<string, { deleted: boolean; price: number; priceUnit: number; currency: string }> }

let products = new Map<string, Product>()
let costCenters = new Map<string, string>()
let equipment = new Set<string>()
let partners = new Set<string>()

/** Reads what documents are checked against; called after the start and after every change of master data. */
export async function readMasters(): Promise<void> {
  const rows = (entity: string, ...columns: string[]) => cds.run(SELECT.from(entity).columns(...columns)) as Promise<any[]>
  products = new Map((await rows('API_PRODUCT_SRV.A_Product', 'Product', 'BaseUnit', 'IsMarkedForDeletion'))
    .map(row => [row.Product, { baseUnit: row.BaseUnit, deleted: !!row.IsMarkedForDeletion, plants: new Map() }]))
  for (const row of await rows('API_PRODUCT_SRV.A_ProductPlant', 'Product', 'Plant', 'IsMarkedForDeletion'))
    products.get(row.Product)?.plants.set(row.Plant, { deleted: !!row.IsMarkedForDeletion, price: 0, priceUnit: 1, currency: 'EUR' })
  for (const row of await rows('API_PRODUCT_SRV.A_ProductValuation', 'Product', 'ValuationArea', 'MovingAveragePrice', 'PriceUnitQty', 'Currency'))
    Object.assign(products.get(row.Product)?.plants.get(row.ValuationArea) ?? {}, { price: Number(row.MovingAveragePrice), priceUnit: Number(row.PriceUnitQty) || 1, currency: row.Currency })
  costCenters = new Map((await rows('API_COSTCENTER_SRV.A_CostCenter', 'CostCenter', 'CompanyCode')).map(row => [row.CostCenter, row.CompanyCode]))
  equipment = new Set((await rows('API_EQUIPMENT.Equipment', 'Equipment')).map(row => row.Equipment))
  partners = new Set((await rows('API_BUSINESS_PARTNER.A_BusinessPartner', 'BusinessPartner')).map(row => row.BusinessPartner))
}

/** The product in a plant; refuses unknown, locked and deleted ones. */
export function productIn(material: string | undefined, plant: string | undefined) {
  if (!material) return refuse('ZHOST/001', 'Material')
  if (!plant) return refuse('ZHOST/001', 'Plant')
  const product = products.get(material)
  if (!product) return refuse('M3/305', material)
  const inPlant = product.plants.get(plant)
  if (!inPlant) return refuse('M3/351', material, plant)
  if (product.deleted || inPlant.deleted) return refuse('ZHOST/006', `Material ${material}`)
  const user = lockOn(material)
  if (user) return refuse('M3/024', material, user)
  return { ...inPlant, baseUnit: product.baseUnit }
}

export function checkCostCenter(costCenter: string | undefined | null): void {
  if (costCenter && !costCenters.has(costCenter)) refuse('M7/001', 'CSKS', costCenter)
}

export const isCostCenter = (costCenter: string, companyCode: string): boolean => costCenters.get(costCenter) === companyCode

export function checkEquipment(number: string | undefined | null): void {
  // Numbers may come with leading zeros or without.
  if (number && !equipment.has(number) && !equipment.has(number.replace(/^0+(?=\d)/, ''))) refuse('M7/001', 'EQUI', number)
}

export function checkPartner(number: string | undefined | null): void {
  if (number && !partners.has(number)) refuse('M7/001', 'BUT000', number)
}

/** Refuses while another user holds the document. */
export function checkLock(kind: string, number: string): void {
  const user = lockOn(number)
  if (user) refuse('ZHOST/005', `${kind} ${number}`, user)
}
