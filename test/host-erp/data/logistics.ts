/** Plants with company code, currency, storage locations and cost centres. V… are the vans of the sample's technicians. */
export const PLANTS = [
  { plant: '1010', companyCode: '1010', currency: 'EUR', costCenter: '0010101301', vans: ['V001', 'V002', 'V003', 'V011', 'V012'] },
  { plant: '1110', companyCode: '1110', currency: 'GBP', costCenter: '0011101301', vans: ['V010'] },
  { plant: '1310', companyCode: '1310', currency: 'CNY', costCenter: '0013101301', vans: ['V004', 'V005'] },
  { plant: '1510', companyCode: '1510', currency: 'AUD', costCenter: '0015101301', vans: ['V008'] },
  { plant: '1710', companyCode: '1710', currency: 'USD', costCenter: '0017101301', vans: ['V006', 'V007'] },
  { plant: '1810', companyCode: '1810', currency: 'SEK', costCenter: '0018101301', vans: ['V009'] }
]

/** Central spare parts, the depot's return location, then the vans of the plant. */
export const MAIN = '0001'
export const DEPOT = '0002'
export const LOCATIONS = [MAIN, DEPOT]
/** Pieces per location of every plant unless a part says otherwise. */
export const USUAL_STOCK: Record<string, number> = { [MAIN]: 40, [DEPOT]: 10, van: 3 }

interface Part {
  /** Moving average price in EUR; other currencies are derived. */
  price: number
  supplier: string
  leadTimeDays: number
  /** Pieces in the main location of single plants, where they matter for a story. */
  stock?: Record<string, number>
  successor?: string
}

/** Purchasing and stock of the sample's spare parts. */
export const PARTS: Record<string, Part> = {
  'SP-1001': { price: 148.5, supplier: '0017300001', leadTimeDays: 5, stock: { 1010: 1 } },
  'SP-1002': { price: 96, supplier: '0017300001', leadTimeDays: 7 },
  'SP-1003': { price: 212.4, supplier: '0017300001', leadTimeDays: 10, stock: { 1010: 0 } },
  'SP-1004': { price: 310, supplier: '0017300001', leadTimeDays: 14 },
  'SP-1005': { price: 685, supplier: '0017300002', leadTimeDays: 21, stock: { 1310: 0, 1010: 2 } },
  'SP-1011': { price: 155, supplier: '0017300001', leadTimeDays: 5 },
  'SP-1012': { price: 81.2, supplier: '0017300001', leadTimeDays: 7, stock: { 1010: 0 }, successor: 'SP-1002' },
  'SP-2001': { price: 132.7, supplier: '0017300003', leadTimeDays: 6 },
  'SP-2002': { price: 244, supplier: '0017300003', leadTimeDays: 9, stock: { 1510: 1 } },
  'SP-3001': { price: 1240, supplier: '0017300004', leadTimeDays: 28, stock: { 1010: 1, 1310: 0 } },
  'SP-3002': { price: 418, supplier: '0017300004', leadTimeDays: 12 },
  'SP-4001': { price: 39.9, supplier: '0017300005', leadTimeDays: 4 }
}

/** What its packages say in their bar code. */
export const GTINS: Record<string, string> = {
  'SP-1001': '9520000010010', 'SP-1002': '9520000010027', 'SP-1003': '9520000010034', 'SP-1004': '9520000010041',
  'SP-1005': '9520000010058', 'SP-2001': '9520000020019', 'SP-2002': '9520000020026', 'SP-3001': '9520000030018',
  'SP-3002': '9520000030025', 'SP-4001': '9520000040017', 'SP-1011': '9520000010119', 'SP-1012': '9520000010126'
}
/** Parts each piece of which has a number of its own, and parts that come in batches. */
export const SERIAL_PARTS = ['SP-1005', 'SP-3002']
export const BATCH_PARTS = ['SP-2002']
/** The one batch that lies everywhere. */
export const BATCH = 'B26041'

export const SUPPLIERS = [
  { number: '0017300001', name: 'Sensorik Bodensee AG', country: 'DE' },
  { number: '0017300002', name: 'Hangtai Display Co. Ltd.', country: 'CN' },
  { number: '0017300003', name: 'Hydrapress Ltd', country: 'GB' },
  { number: '0017300004', name: 'Kugel & Lager GmbH', country: 'DE' },
  { number: '0017300005', name: 'Pumpteknik Norden AB', country: 'SE' }
]

/** Rough rates to EUR, only so that prices differ per plant. */
export const RATES: Record<string, number> = { EUR: 1, GBP: 0.86, CNY: 7.8, AUD: 1.64, USD: 1.08, SEK: 11.3 }

interface Component { part: string; quantity: number; alternative?: { group: string; priority: string; probability: number } }

/** Spare parts per model. Items of one alternative group replace each other, by priority. */
export const BOMS: Record<string, Component[]> = {
  'PM-800': [
    { part: 'SP-1001', quantity: 1, alternative: { group: '01', priority: '01', probability: 100 } },
    { part: 'SP-1011', quantity: 1, alternative: { group: '01', priority: '02', probability: 0 } },
    { part: 'SP-1002', quantity: 1 }, { part: 'SP-1004', quantity: 1 }, { part: 'SP-1005', quantity: 1 }, { part: 'PM-800-M2', quantity: 2 }
  ],
  'PM-800-M2': [{ part: 'SP-1001', quantity: 1 }],
  'VE-300': [{ part: 'SP-1003', quantity: 2 }, { part: 'SP-1004', quantity: 1 }, { part: 'SP-1005', quantity: 1 }, { part: 'SP-1002', quantity: 2 }],
  'DF-50': [{ part: 'SP-1002', quantity: 1 }, { part: 'SP-1004', quantity: 1 }],
  'IP-20': [{ part: 'SP-1002', quantity: 1 }, { part: 'SP-1012', quantity: 1 }],
  'TC-420': [{ part: 'SP-3001', quantity: 1 }, { part: 'SP-3002', quantity: 2 }],
  'VM-850': [{ part: 'SP-3001', quantity: 1 }, { part: 'SP-3002', quantity: 3 }],
  'HX-210': [{ part: 'SP-2001', quantity: 4 }, { part: 'SP-2002', quantity: 2 }],
  'WM-9': [{ part: 'SP-4001', quantity: 1 }],
  'TD-8': [{ part: 'SP-4001', quantity: 1 }]
}
