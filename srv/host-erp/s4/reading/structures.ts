import Decimal from 'decimal.js'
import type { BomItem, CostCenter, ReadingPorts } from '../../reading'
import { dateLiteral, fromDate, literal, padded, stripped } from '../../wire-format'
import { api } from '../connection'
import { all, query, textOf, type Row } from './pages'
import { everyRow } from './stock'

const billsOfMaterial = api('API_BILL_OF_MATERIAL_SRV')
const costCenters = api('API_COSTCENTER_SRV')

const today = () => new Date().toISOString().slice(0, 10)

/** Components that are valid today, of all variants of the model's bill of material in the plant. */
export const billOfMaterial: ReadingPorts['billOfMaterial'] = async (material, plant) => {
  const valid = (from: string, to: string) => `${from} le ${dateLiteral(today())} and ${to} ge ${dateLiteral(today())}`
  const rows = await everyRow(billsOfMaterial, query('MaterialBOMItem', {
    $filter: all(`Material eq ${literal(material)}`, `Plant eq ${literal(plant)}`, 'IsDeleted eq false', valid('ValidityStartDate', 'ValidityEndDate')),
    $orderby: 'BillOfMaterialItemNumber'
  }))
  return rows.map(bomItemOf)
}

export function bomItemOf(row: Row): BomItem {
  const group = textOf(row.AlternativeItemGroup)
  return {
    position: row.BillOfMaterialItemNumber,
    material: stripped(row.BillOfMaterialComponent),
    description: textOf(row.ComponentDescription) ?? textOf(row.BOMItemDescription),
    quantity: new Decimal(row.BillOfMaterialItemQuantity ?? 0).toFixed(),
    unit: row.BillOfMaterialItemUnit,
    isSparePart: row.BOMItemIsSparePart === 'X',
    ...(group && { alternative: { group, priority: textOf(row.AlternativeItemPriority), probability: new Decimal(row.UsageProbabilityPercent ?? 0).toFixed() } })
  }
}

/** The record of today; a number can exist in several controlling areas, of which the first is taken. */
export const costCenter: ReadingPorts['costCenter'] = async number => {
  const [row] = await everyRow(costCenters, query('A_CostCenter', {
    $filter: all(`CostCenter eq ${literal(padded(number, 10))}`, `ValidityEndDate ge ${dateLiteral(today())}`), $orderby: 'ControllingArea,ValidityEndDate'
  }))
  return row && costCenterOf(row)
}

export const costCenterOf = (row: Row): CostCenter => ({
  number: padded(row.CostCenter, 10),
  controllingArea: row.ControllingArea,
  companyCode: row.CompanyCode,
  currency: row.CostCenterCurrency,
  validFrom: fromDate(row.ValidityStartDate),
  validTo: fromDate(row.ValidityEndDate)!,
  isBlocked: row.IsBlkdForPrimaryCostsPosting === 'X'
})
