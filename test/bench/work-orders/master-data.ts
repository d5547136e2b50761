import type { Row } from './database'
import { Random } from './random'

export const CUSTOMERS = 200, EQUIPMENT = 5000, TECHNICIANS = 100
const MODELS = ['PM-800', 'VE-300', 'IP-220', 'US-900', 'CT-64', 'DF-12', 'EC-15', 'AN-77']
const DEPARTMENTS = ['Emergency Room', 'Intensive Care Unit', 'Operating Theatre', 'Radiology', 'Cardiology', 'Laboratory']
const CITIES = ['Stuttgart', 'Hamburg', 'Linz', 'Basel', 'Bremen', 'Leipzig', 'Graz', 'Bern', 'Kassel', 'Ulm']

/** IDs that tell what they stand for: kind 1 customer, 2 equipment, 3 technician, 4 order and so on. */
export const uuid = (kind: number, i: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`

export const customers: Row[] = Array.from({ length: CUSTOMERS }, (_, i) => ({
  ID: uuid(1, i), number: `1${String(i).padStart(7, '0')}`, name: `${CITIES[i % 10]} General Hospital ${i}`, city: CITIES[i % 10], country: 'DE', isActive: true
}))

/** One for each city, without places: orders of the measurement keep the area that they were written with. */
export const serviceAreas: Row[] = CITIES.map(city => ({ code: city, name: city, timeZone: 'Europe/Berlin' }))

export const technicians: Row[] = Array.from({ length: TECHNICIANS }, (_, i) => ({
  ID: uuid(3, i), number: `T-${1000 + i}`, name: `Technician ${i}`, userId: i ? `technician${i}` : 'technician', area_code: CITIES[i % 10], isActive: true
}))

export const equipment: Row[] = Array.from({ length: EQUIPMENT }, (_, i) => {
  const random = new Random(i)
  const customer = customers[i % CUSTOMERS]
  return {
    ID: uuid(2, i), number: `1${String(i).padStart(7, '0')}`, serialNumber: serialNumber(i), name: `${MODELS[i % 8]} ${i}`, model: MODELS[i % 8],
    manufacturer: 'Meridia Medical', udiDI: `0952000${String(i % 8).padStart(7, '0')}`, deviceClass_code: random.oneOf(['MD-IIb', 'MD-IIa', 'MD-I', 'IND']),
    importance_code: random.oneOf(['A', 'B', 'C']), plant: '1010', functionalLocation: `LOC-${i % 500}`, department: random.oneOf(DEPARTMENTS),
    siteName: customer.name, customer_ID: customer.ID, warrantyStart: '2019-01-01', warrantyEnd: random.oneOf(['2020-12-31', '2099-12-31']),
    city: customer.city, country: 'DE', timeZone: 'Europe/Berlin', latitude: 48 + random.next(), longitude: 9 + random.next(), isActive: true
  }
})

export function serialNumber(i: number): string {
  return `${MODELS[i % 8]}-${String(i).padStart(6, '0')}`
}
