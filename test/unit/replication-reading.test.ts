import { customerOf } from '../../srv/host-erp/s4/reading/customers'
import { equipmentOf } from '../../srv/host-erp/s4/reading/equipment'
import { many, pagesOf } from '../../srv/host-erp/s4/reading/pages'
import { productOf } from '../../srv/host-erp/s4/reading/products'
import { infoRecordOf, stockLevelOf, supplyOf } from '../../srv/host-erp/s4/reading/stock'
import { bomItemOf, costCenterOf } from '../../srv/host-erp/s4/reading/structures'
import { instantLiteral, onHostClock } from '../../srv/host-erp/wire-format'

const list = (...rows: object[]) => ({ results: rows })

describe('a customer', () => {
  const row = {
    BusinessPartner: '10000101', Customer: '10000101', BusinessPartnerFullName: 'Klinikum', CorrespondenceLanguage: 'ZH', BusinessPartnerIsBlocked: false, IsMarkedForArchiving: false,
    to_Customer: { DeletionIndicator: false },
    to_BusinessPartnerAddress: list({
      AddressID: '2', CityName: 'Hamburg', to_EmailAddress: list(), to_PhoneNumber: list()
    }, {
      AddressID: '1', StreetName: 'Uferweg', HouseNumber: '12', CityName: 'Stuttgart', PostalCode: '70376', Region: '08', Country: 'DE',
      to_EmailAddress: list({ EmailAddress: 'other@example.com' }, { EmailAddress: 'service@example.com', IsDefaultEmailAddress: true }),
      to_PhoneNumber: list({ PhoneNumber: '0711 1', InternationalPhoneNumber: '+497111' })
    })
  }

  test('has the address with the lowest number, and the mail and telephone that are preferred there', () => {
    expect(customerOf(row)).toEqual({
      key: '10000101', number: '0010000101', name: 'Klinikum', email: 'service@example.com', phone: '+497111', language: 'zh', street: 'Uferweg 12', city: 'Stuttgart',
      postalCode: '70376', region: '08', country: 'DE', isActive: true
    })
  })

  test.each([[{ BusinessPartnerIsBlocked: true }], [{ IsMarkedForArchiving: true }], [{ to_Customer: { DeletionIndicator: true } }]])('is inactive with %j', flag => {
    expect(customerOf({ ...row, ...flag }).isActive).toBe(false)
  })

  test.each([['DE', 'de'], ['ZH', 'zh'], ['ZF', 'zh_TW'], ['', 'en']])('that writes in %s is written to in %s', (CorrespondenceLanguage, language) => {
    expect(customerOf({ ...row, CorrespondenceLanguage, Language: 'EN' }).language).toBe(language)
  })

  test('without any address has none', () => {
    expect(customerOf({ BusinessPartner: '1', Customer: '1' })).toMatchObject({ name: null, street: null, city: null, email: null })
  })
})

describe('a piece of equipment', () => {
  test('has the sold-to party as customer, whatever the language of the partner function', () => {
    const partners = [{ PartnerFunction: 'WE', Partner: '1' }, { PartnerFunction: 'SP', Partner: '10000102' }]
    expect(equipmentOf({ Equipment: '1', to_Partner: list(...partners) }).customer).toBe('0010000102')
    expect(equipmentOf({ Equipment: '1', to_Partner: list(...partners, { PartnerFunction: 'AG', Partner: '0010000103' }) }).customer).toBe('0010000103')
    expect(equipmentOf({ Equipment: '1', to_Partner: list(partners[0]) }).customer).toBeNull()
  })

  test('is covered by the warranty that ends last', () => {
    const warranties = list({ WarrantyStartDate: '/Date(1577836800000)/', WarrantyEndDate: '/Date(1640908800000)/' }, { WarrantyStartDate: '/Date(1609459200000)/', WarrantyEndDate: '/Date(1893369600000)/' })
    expect(equipmentOf({ Equipment: '1', to_Warranty: warranties })).toMatchObject({ warrantyStart: '2021-01-01', warrantyEnd: '2029-12-31' })
  })

  test('has its number and those it refers to without leading zeros', () => {
    expect(equipmentOf({ Equipment: '000000000010400001', SuperordinateEquipment: '000000000010400000', Material: '000000000000004711' }))
      .toMatchObject({ key: '000000000010400001', number: '10400001', parent: '10400000', product: '4711' })
  })

  test('takes the device identifier out of a whole UDI', () => {
    expect(equipmentOf({ Equipment: '1', UniqueItemIdentifier: '(01)09520001000140(21)MON-2041-0007' }).udiDI).toBe('09520001000140')
    expect(equipmentOf({ Equipment: '1', UniqueItemIdentifier: '0109520001000140' + '21MON' }).udiDI).toBe('09520001000140')
    expect(equipmentOf({ Equipment: '1', UniqueItemIdentifier: '09520001000140' }).udiDI).toBe('09520001000140')
  })

  test('takes the serial number of the manufacturer where it has no other', () => {
    expect(equipmentOf({ Equipment: '1', SerialNumber: '', ManufacturerSerialNumber: 'M-1' }).serialNumber).toBe('M-1')
    expect(equipmentOf({ Equipment: '1', SerialNumber: ' ', ManufacturerSerialNumber: '' }).serialNumber).toBeNull()
  })
})

describe('a product', () => {
  test('has its English name, others by locale', () => {
    const names = list({ Language: 'ZH', ProductDescription: '电池' }, { Language: 'EN', ProductDescription: 'Battery' }, { Language: 'DE', ProductDescription: 'Akku' })
    expect(productOf({ Product: 'SP-1', to_Description: names })).toMatchObject({ name: 'Battery', texts: [{ locale: 'de', name: 'Akku' }, { locale: 'zh_CN', name: '电池' }] })
  })

  test('without an English name has the first there is', () => {
    expect(productOf({ Product: 'SP-1', to_Description: list({ Language: 'FR', ProductDescription: 'Pile' }) })).toMatchObject({ name: 'Pile', texts: [] })
  })
})

describe('live readings', () => {
  test('of stock tell unrestricted, quality and blocked apart', () => {
    const row = { Plant: '1010', StorageLocation: '0001', Batch: '', MatlWrhsStkQtyInMatlBaseUnit: '40.00000000000000', MaterialBaseUnit: 'EA', InventoryStockType: '07' }
    expect(stockLevelOf(row)).toEqual({ plant: '1010', storageLocation: '0001', batch: null, stockType: 'blocked', quantity: '40', unit: 'EA' })
  })

  test('of an info record carry delivery time and the quantity that the price is for', () => {
    expect(infoRecordOf({ PurchasingInfoRecord: '53', Supplier: '17', BaseUnit: 'EA' }, { Plant: '', MaterialPlannedDeliveryDurn: '14', NetPriceAmount: '310.000', MaterialPriceUnitQty: '100', Currency: 'EUR' }))
      .toMatchObject({ plant: null, deliveryDays: 14, price: '310', per: '100', priceUnit: 'EA', currency: 'EUR' })
  })

  test('of supply take the price that the host controls with', () => {
    const valuation = { StandardPrice: '5.00', MovingAveragePrice: '7.00', PriceUnitQty: '1', Currency: 'EUR' }
    expect(supplyOf({ Plant: '1010' }, { ...valuation, InventoryValuationProcedure: 'S' }).value).toBe('5')
    expect(supplyOf({ Plant: '1010' }, { ...valuation, InventoryValuationProcedure: 'V' }).value).toBe('7')
    expect(supplyOf({ Plant: '1010' }).value).toBeNull()
  })

  test('of a bill of material name the group of alternatives', () => {
    const item = { BillOfMaterialItemNumber: '0010', BillOfMaterialComponent: 'SP-1001', BillOfMaterialItemQuantity: '1.000', BillOfMaterialItemUnit: 'EA', BOMItemIsSparePart: 'X' }
    expect(bomItemOf({ ...item, AlternativeItemGroup: '01', AlternativeItemPriority: '02', UsageProbabilityPercent: '100' })).toMatchObject({ isSparePart: true, alternative: { group: '01', priority: '02', probability: '100' } })
    expect(bomItemOf({ ...item, AlternativeItemGroup: '' })).not.toHaveProperty('alternative')
  })

  test('of a cost centre say whether it can be posted to', () => {
    expect(costCenterOf({ CostCenter: '10101301', ValidityEndDate: '/Date(253402214400000)/', IsBlkdForPrimaryCostsPosting: 'X' })).toMatchObject({ number: '0010101301', validTo: '9999-12-31', isBlocked: true })
  })
})

describe('pages', () => {
  const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ Number: String(from + index), isActive: true }))
  function source(answers: { rows: object[]; count?: number; next?: string }[]) {
    const asked: string[] = []
    const api = { get: async (path: string) => { asked.push(decodeURIComponent(path)); return answers.shift()! } }
    const port = pagesOf({
      api: api as never, entity: 'Things', key: 'Number', keyLength: 4, current: 'Valid eq true', changedSince: instant => `Changed ge ${instantLiteral(instant)}`, select: ['Name'],
      toRecord: row => ({ key: row.Number, number: row.Number, isActive: true })
    })
    return { port, asked }
  }

  test('go on behind the last key, and the first one asks how many there are', async () => {
    const { port, asked } = source([{ rows: rows(1, 2), count: 3 }, { rows: rows(3, 1) }])
    expect(await port.page({ size: 2 })).toMatchObject({ next: '2', expected: 3 })
    expect(await port.page({ size: 2, after: '2' })).not.toHaveProperty('next')
    expect(asked[0]).toContain('$inlinecount=allpages')
    expect(asked[1]).toContain("$filter=Valid eq true and Number gt '2'")
    expect(asked[1]).not.toContain('$inlinecount')
  })

  test('go on when the host ends one early', async () => {
    const { port } = source([{ rows: rows(1, 1), next: 'Things?$skiptoken=1' }])
    expect(await port.page({ size: 1000 })).toMatchObject({ next: '1' })
  })

  test('ask for changes down to the second, since some stamps have no fractions', async () => {
    const { port, asked } = source([{ rows: [] }])
    await port.page({ size: 2, changedSince: '2026-11-22T08:00:00.900Z' })
    expect(asked[0]).toContain("Changed ge datetimeoffset'2026-11-22T08:00:00Z'")
  })

  test('by key ask for the other form of numbers that were not found', async () => {
    const { port, asked } = source([{ rows: rows(7, 1) }, { rows: [{ Number: '0008' }] }])
    expect((await port.byKeys(['7', '8', 'X'])).map(({ key }) => key)).toEqual(['7', '0008'])
    expect(asked[1]).toContain("(Number eq '0008')")
  })

  test('take expanded lists as V2 and V4 nest them', () => {
    expect([many({ results: [{ a: 1 }] }), many([{ a: 1 }]), many(null), many({ __deferred: {} })]).toEqual([[{ a: 1 }], [{ a: 1 }], [], []])
  })
})

describe("the host's clock", () => {
  test('is UTC unless a zone is set', () => {
    expect(onHostClock('2026-11-22T08:15:30Z')).toEqual({ day: '2026-11-22', time: '08:15:30' })
  })

  test('loses no change in the hour that comes twice', () => {
    // 02:10 CET, the second time, is earlier on the clock than 02:50 CEST before it.
    expect(onHostClock('2026-10-25T00:50:00Z', 'Europe/Berlin').time <= '02:10:00').toBe(true)
    expect(onHostClock('2026-11-22T08:15:30Z', 'Europe/Berlin')).toEqual({ day: '2026-11-22', time: '08:15:30' })
  })
})
