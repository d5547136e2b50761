import fc from 'fast-check'
import { areaOf, type AreaPlace } from '../../../srv/dispatch/area-of'

const place = (area_code: string, country: string, region?: string, postalFrom?: string, postalTo?: string): AreaPlace => ({ area_code, country, region, postalFrom, postalTo })
const at = (country: string, region: string | null, postalCode: string | null) => ({ country, region, postalCode })

const PLACES = [
  place('WHOLE', 'DE'), place('SOUTH', 'DE', 'Bayern'), place('ZONE', 'DE', undefined, '70', '79'), place('CITY', 'DE', undefined, '7037', '7039'),
  place('ISLAND', 'DE', 'Bayern', '88131', '88131'), place('LEEDS', 'GB', undefined, 'LS1', 'LS9')
]

describe('The area of an address', () => {
  test.each([
    ['the whole country where nothing fits more closely', at('DE', 'Hamburg', '20457'), 'WHOLE'],
    ['its region before its country', at('DE', 'Bayern', '80331'), 'SOUTH'],
    ['its postal code before its region', at('DE', 'Bayern', '79999'), 'ZONE'],
    ['the range that names more digits', at('DE', null, '70376'), 'CITY'],
    ['a range within a region before all', at('DE', 'Bayern', '88131'), 'ISLAND'],
    ['the country where the address has no postal code', at('DE', null, null), 'WHOLE'],
    ['by a postal code however it is written', at('GB', null, 'ls9 8aa'), 'LEEDS'],
    ['none outside of all', at('FR', null, '75001'), null],
    ['none without a country', { country: null }, null]
  ])('is %s', (_, address, area) => {
    expect(areaOf(address, PLACES)).toBe(area)
  })

  test('never depends on the order of the places', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...PLACES, place('TWIN', 'DE'), place('ALSO', 'DE', 'Bayern')], { minLength: 1 }), fc.constantFrom('Bayern', 'Hamburg', null), fc.constantFrom('70376', '88131', '20457', null), (places, region, postalCode) => {
      const sorted = [...places].sort((a, b) => a.area_code.localeCompare(b.area_code))
      expect(areaOf(at('DE', region, postalCode), places)).toBe(areaOf(at('DE', region, postalCode), sorted))
    }))
  })
})
