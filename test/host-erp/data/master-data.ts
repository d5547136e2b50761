import { customerNumber, customers, equipment, equipmentNumber, productNames, productNumber, products } from './sample'
import { BATCH_PARTS, BOMS, GTINS, PARTS, PLANTS, RATES, SERIAL_PARTS, SUPPLIERS } from './logistics'

export type Rows = Record<string, Record<string, unknown>[]>

export const FOREVER = '9999-12-31'
const CREATED = '2024-01-15'
const CHANGED = '2026-01-05T08:00:00.000Z'
const LANGUAGES: Record<string, string> = { de: 'DE', en: 'EN', sv: 'SV', zh: 'ZH' }
const COMPANY: Record<string, string> = { 1010: '1010', 1110: '1110', 1310: '1310', 1510: '1510', 1710: '1710', 1810: '1810' }
/** Regions that the host knows by a code; in the sample they are names. */
const REGIONS: Record<string, string> = {
  'Baden-Württemberg': '08', Hamburg: '02', Oberösterreich: 'OÖ', Zürich: 'ZH', 'West Yorkshire': 'WYK', 上海市: '020', 四川省: '230', 江苏省: '100',
  Västmanland: '19', 'Al Asimah': 'KU'
}
const regionCode = (name: string) => REGIONS[name] ?? name.slice(0, 3)

const allProducts = products.map(row => ({ ...row, chinese: productNames.get(row.ID) ?? row.name })) as {
  number: string; name: string; chinese: string; manufacturer: string; productType: string; baseUnit: string; isActive: string
}[]

/** Business partners: the sample's customers, and the suppliers of the info records. */
export function businessPartners(): Rows {
  const partner = (number: string, name: string, isCustomer: boolean, language: string) => ({
    BusinessPartner: number, Customer: isCustomer ? number : '', BusinessPartnerCategory: '2', BusinessPartnerFullName: name, BusinessPartnerName: name,
    OrganizationBPName1: name.slice(0, 40), SearchTerm1: name.slice(0, 20).toUpperCase(), Language: LANGUAGES[language] ?? 'EN', CorrespondenceLanguage: LANGUAGES[language] ?? 'EN',
    CreationDate: CREATED, CreationTime: '08:00:00', LastChangeDate: CHANGED.slice(0, 10), LastChangeTime: CHANGED.slice(11, 19),
    BusinessPartnerIsBlocked: false, IsMarkedForArchiving: false, ETag: `AFTERSALES${CHANGED.slice(0, 10).replaceAll('-', '')}`
  })
  const addressID = (number: string) => String(20000 + Number(number.slice(-5))).padStart(10, '0')
  return {
    'API_BUSINESS_PARTNER.A_BusinessPartner': [
      ...customers.map(row => ({ ...partner(row.number, row.name, true, row.language), BusinessPartnerIsBlocked: row.isActive !== 'true' })),
      ...SUPPLIERS.map(({ number, name }) => partner(number, name, false, 'en'))
    ],
    'API_BUSINESS_PARTNER.A_Customer': customers.map(({ number, name }) => ({
      Customer: number, CustomerAccountGroup: 'CUST', CustomerFullName: name, CustomerName: name, PostingIsBlocked: false, DeletionIndicator: false
    })),
    'API_BUSINESS_PARTNER.A_BusinessPartnerAddress': customers.map(row => ({
      BusinessPartner: row.number, AddressID: addressID(row.number), AddressTimeZone: row.timeZone.slice(0, 6).toUpperCase(), CityName: row.city, Country: row.country,
      FullName: row.name, HouseNumber: '', Language: LANGUAGES[row.language] ?? 'EN', Person: '', PostalCode: row.postalCode, Region: regionCode(row.region), StreetName: row.street
    })),
    'API_BUSINESS_PARTNER.A_AddressEmailAddress': customers.map(row => ({
      AddressID: addressID(row.number), Person: '', OrdinalNumber: '1', IsDefaultEmailAddress: true, EmailAddress: row.email
    })),
    'API_BUSINESS_PARTNER.A_AddressPhoneNumber': customers.map(row => ({
      AddressID: addressID(row.number), Person: '', OrdinalNumber: '1', DestinationLocationCountry: row.country, IsDefaultPhoneNumber: true,
      PhoneNumber: row.phone.replace(/^\+\d+ /, ''), InternationalPhoneNumber: row.phone.replace(/[^+\d]/g, ''), PhoneNumberType: '1'
    }))
  }
}

/** Equipment of the sample with customer as partner (AG, ship-to WE) and the manufacturer's warranty. */
export function pieces(): Rows {
  return {
    'API_EQUIPMENT.Equipment': equipment.map(row => ({
      Equipment: row.number, ValidityEndDate: FOREVER, ValidityStartDate: row.warrantyStart || CREATED, EquipmentName: row.name.slice(0, 40), EquipmentCategory: 'S',
      TechnicalObjectType: row.deviceClass_code, AssetManufacturerName: row.manufacturer, ManufacturerPartTypeName: row.model, ManufacturerSerialNumber: row.serialNumber,
      MaintenancePlant: row.plant, ABCIndicator: row.importance_code, BusinessPartnerName1: row.siteName.slice(0, 40), CityName: row.city, PostalCode: row.postalCode, HouseNumber: '',
      StreetName: row.street, Region: regionCode(row.region), Country: row.country, AssetRoom: '', CompanyCode: COMPANY[row.plant], FunctionalLocation: row.functionalLocation,
      FunctionalLocationLabelName: row.functionalLocation, SuperordinateEquipment: equipmentNumber.get(row.parent_ID) ?? '', Material: productNumber.get(row.product_ID),
      SerialNumber: row.serialNumber, UniqueItemIdentifier: row.udiDI, CreationDate: CREATED, LastChangeDateTime: CHANGED,
      EquipmentIsMarkedForDeletion: false, EquipmentIsInactive: row.isActive !== 'true'
    })),
    'API_EQUIPMENT.EquipmentPartner': equipment.filter(row => row.customer_ID).flatMap(row => ['AG', 'WE'].map((PartnerFunction, index) => ({
      Equipment: row.number, PartnerFunction, EquipmentPartnerObjectNmbr: String(index + 1).padStart(6, '0'), Partner: customerNumber.get(row.customer_ID), CreationDate: CREATED
    }))),
    'API_EQUIPMENT.EquipmentWarranty': equipment.filter(row => row.warrantyStart).map(row => ({
      Equipment: row.number, WarrantyType: '1', MasterWarranty: '', WarrantyStartDate: row.warrantyStart, WarrantyEndDate: row.warrantyEnd
    }))
  }
}

/** Products in every plant, with planning and valuation. */
export function materials(): Rows {
  const inPlants = <T extends object>(make: (product: (typeof allProducts)[number], plant: (typeof PLANTS)[number]) => T) =>
    allProducts.flatMap(product => PLANTS.map(plant => make(product, plant)))
  return {
    'API_PRODUCT_SRV.A_Product': allProducts.map(row => ({
      Product: row.number, ProductType: row.productType, CrossPlantStatus: '', CreationDate: CREATED, LastChangeDate: CHANGED.slice(0, 10), LastChangeDateTime: CHANGED,
      IsMarkedForDeletion: row.isActive !== 'true', ProductGroup: row.productType === 'ERSA' ? 'L004' : 'L001', BaseUnit: row.baseUnit, ProductManufacturerNumber: row.number,
      SerialNumberProfile: row.productType === 'FERT' || SERIAL_PARTS.includes(row.number) ? '0001' : '', IsBatchManagementRequired: BATCH_PARTS.includes(row.number),
      ProductStandardID: GTINS[row.number] ?? '', InternationalArticleNumberCat: GTINS[row.number] ? 'HE' : ''
    })),
    'API_PRODUCT_SRV.A_ProductDescription': allProducts.flatMap(row => [
      { Product: row.number, Language: 'EN', ProductDescription: row.name.slice(0, 40) },
      { Product: row.number, Language: 'ZH', ProductDescription: row.chinese.slice(0, 40) }
    ]),
    'API_PRODUCT_SRV.A_ProductPlant': inPlants((row, { plant }) => ({
      Product: row.number, Plant: plant, PurchasingGroup: '001', IsMarkedForDeletion: false, MRPType: 'PD', ProcurementType: 'F', BaseUnit: row.baseUnit, ProfileCode: ''
    })),
    'API_PRODUCT_SRV.A_ProductSupplyPlanning': inPlants((row, { plant }) => ({
      Product: row.number, Plant: plant, MRPType: 'PD', SafetyStockQuantity: 2, ReorderThresholdQuantity: 0, GoodsReceiptDuration: 1, BaseUnit: row.baseUnit,
      PlannedDeliveryDurationInDays: PARTS[row.number]?.leadTimeDays ?? 30, TotalReplenishmentLeadTime: 0,
      FollowUpProduct: PARTS[row.number]?.successor ?? '', ProductIsToBeDiscontinued: PARTS[row.number]?.successor ? '1' : '', EffectiveOutDate: PARTS[row.number]?.successor ? '2026-06-30' : null
    })),
    'API_PRODUCT_SRV.A_ProductValuation': inPlants((row, { plant, currency }) => ({
      Product: row.number, ValuationArea: plant, ValuationType: '', ValuationClass: row.productType === 'ERSA' ? '3040' : '7920', InventoryValuationProcedure: 'V', PriceUnitQty: 1,
      StandardPrice: 0, MovingAveragePrice: Math.round((PARTS[row.number]?.price ?? 4500) * RATES[currency] * 100) / 100, Currency: currency, BaseUnit: row.baseUnit, IsMarkedForDeletion: false
    }))
  }
}

/** Bills of material of the models in every plant (usage 4, plant maintenance), every item a spare part. */
export function billsOfMaterial(): Rows {
  const units = new Map(allProducts.map(row => [row.number, row]))
  const boms = Object.keys(BOMS).flatMap((model, index) => PLANTS.map(({ plant }) => ({
    model, key: { BillOfMaterial: String(index + 1).padStart(8, '0'), BillOfMaterialCategory: 'M', BillOfMaterialVariant: '1', BillOfMaterialVersion: '', Material: model, Plant: plant }
  })))
  return {
    'API_BILL_OF_MATERIAL_SRV.MaterialBOM': boms.map(({ key }) => ({
      ...key, EngineeringChangeDocument: '', BillOfMaterialVariantUsage: '4', BillOfMaterialStatus: '01', HeaderValidityStartDate: CREATED, HeaderValidityEndDate: FOREVER,
      IsMarkedForDeletion: false, BOMHeaderBaseUnit: 'EA', BOMHeaderQuantityInBaseUnit: 1, LastChangeDate: CHANGED.slice(0, 10), LastChangeDateTime: CHANGED
    })),
    'API_BILL_OF_MATERIAL_SRV.MaterialBOMItem': boms.flatMap(({ model, key }) => BOMS[model].map(({ part, quantity, alternative }, index) => ({
      ...key, BillOfMaterialItemNodeNumber: String(index + 1).padStart(8, '0'), HeaderChangeDocument: '', ValidityStartDate: CREATED, ValidityEndDate: FOREVER,
      BillOfMaterialComponent: part, BillOfMaterialItemCategory: 'L', BillOfMaterialItemNumber: String((index + 1) * 10).padStart(4, '0'), BillOfMaterialItemUnit: units.get(part)!.baseUnit,
      BillOfMaterialItemQuantity: quantity, ComponentDescription: units.get(part)!.name.slice(0, 40), BOMItemIsSparePart: 'X', AlternativeItemGroup: alternative?.group ?? '',
      AlternativeItemPriority: alternative?.priority ?? '', AlternativeItemStrategy: alternative ? '1' : '', UsageProbabilityPercent: alternative?.probability ?? 0,
      FollowUpGroup: '', DiscontinuationGroup: '', IsDeleted: false, LastChangeDateTime: CHANGED
    })))
  }
}
