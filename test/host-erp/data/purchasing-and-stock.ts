import { UNRESTRICTED, stockRow } from '../documents/stock'
import { companyCodes, costCenters as ofTheBooks } from './books'
import { BATCH, BATCH_PARTS, LOCATIONS, PARTS, PLANTS, RATES, USUAL_STOCK } from './logistics'
import { FOREVER, type Rows } from './master-data'
import { products } from './sample'

const CREATED = '2024-01-15'
const CHANGED = '2026-01-05T08:00:00.000Z'
const baseUnit = new Map(products.map(row => [row.number, row.baseUnit]))
const unitOf = (part: string) => baseUnit.get(part) ?? 'EA'

/** One info record per part, with the planned delivery time for every plant. */
export function infoRecords(): Rows {
  const records = Object.entries(PARTS).map(([part, data], index) => ({ part, ...data, number: String(5300000001 + index) }))
  return {
    'API_INFORECORD_PROCESS_SRV.A_PurchasingInfoRecord': records.map(({ part, supplier, number }) => ({
      PurchasingInfoRecord: number, Supplier: supplier, Material: part, CreationDate: CREATED, IsDeleted: false, SupplierMaterialNumber: `S-${part}`,
      BaseUnit: unitOf(part), IsRegularSupplier: true, LastChangeDateTime: CHANGED
    })),
    'API_INFORECORD_PROCESS_SRV.A_PurgInfoRecdOrgPlantData': records.flatMap(({ part, supplier, number, price, leadTimeDays }) => PLANTS.map(({ plant, companyCode, currency }) => ({
      PurchasingInfoRecord: number, PurchasingInfoRecordCategory: '0', PurchasingOrganization: companyCode, Plant: plant, IsMarkedForDeletion: false, PurchasingGroup: '001',
      Currency: currency, MinimumPurchaseOrderQuantity: 1, StandardPurchaseOrderQuantity: 10, MaterialPlannedDeliveryDurn: leadTimeDays, Material: part, Supplier: supplier,
      NetPriceAmount: Math.round(price * RATES[currency] * 100) / 100, MaterialPriceUnitQty: 1, PurchaseOrderPriceUnit: unitOf(part), PriceValidityEndDate: FOREVER
    })))
  }
}

export function costCenters(): Rows {
  const ofPlants = PLANTS.map(({ costCenter, companyCode }) => [costCenter, companyCode] as const)
  return {
    'API_COSTCENTER_SRV.A_CostCenter': [...new Map([...ofPlants, ...ofTheBooks])].map(([costCenter, companyCode]) => ({
      ControllingArea: 'A000', CostCenter: costCenter, ValidityEndDate: FOREVER, ValidityStartDate: '2020-01-01', CompanyCode: companyCode,
      CostCtrResponsiblePersonName: 'Service Operations', CostCenterCurrency: companyCodes.get(companyCode)!.currency, ProfitCenter: 'YB110', Department: 'SERVICE', CostCenterCategory: 'F', IsBlkdForPrimaryCostsPosting: ''
    }))
  }
}

/** Unrestricted stock of every part in every location, and the locations of the product master. */
export function stock(): Rows {
  const places = Object.keys(PARTS).flatMap(part => PLANTS.flatMap(({ plant, vans }) => [...LOCATIONS, ...vans].map(location => ({ part, plant, location }))))
  const quantity = (part: string, plant: string, location: string) =>
    location.startsWith('V') ? USUAL_STOCK.van : location === LOCATIONS[0] ? PARTS[part].stock?.[plant] ?? USUAL_STOCK[location] : USUAL_STOCK[location]
  return {
    'API_PRODUCT_SRV.A_ProductStorageLocation': places.map(({ part, plant, location }) => ({
      Product: part, Plant: plant, StorageLocation: location, WarehouseStorageBin: '', IsMarkedForDeletion: false
    })),
    'API_MATERIAL_STOCK_SRV.A_MaterialStock': Object.keys(PARTS).map(part => ({ Material: part, MaterialBaseUnit: unitOf(part) })),
    'API_MATERIAL_STOCK_SRV.A_MatlStkInAcctMod': places.map(({ part, plant, location }) => ({
      ...stockRow({ Material: part, Plant: plant, StorageLocation: location, Batch: BATCH_PARTS.includes(part) ? BATCH : '', Supplier: '', InventorySpecialStockType: '', InventoryStockType: UNRESTRICTED }),
      MaterialBaseUnit: unitOf(part), MatlWrhsStkQtyInMatlBaseUnit: quantity(part, plant, location)
    }))
  }
}
