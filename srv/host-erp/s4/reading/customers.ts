import cds from '@sap/cds'
import type { CustomerRecord } from '../../reading'
import { dateLiteral, onHostClock, padded, timeLiteral, toText } from '../../wire-format'
import { api } from '../connection'
import { many, pagesOf, textOf, type Row } from './pages'

/** Business partners that are customers. Equipment names them by the customer's number. */
export const customers = pagesOf<CustomerRecord>({
  api: api('API_BUSINESS_PARTNER'),
  entity: 'A_BusinessPartner',
  key: 'BusinessPartner',
  alias: 'Customer',
  keyLength: 10,
  current: "Customer ne ''",
  changedSince,
  select: [
    'Customer', 'BusinessPartnerFullName', 'BusinessPartnerName', 'CorrespondenceLanguage', 'Language', 'BusinessPartnerIsBlocked', 'IsMarkedForArchiving',
    'to_Customer/DeletionIndicator', 'to_BusinessPartnerAddress'
  ],
  expand: ['to_Customer', 'to_BusinessPartnerAddress/to_EmailAddress', 'to_BusinessPartnerAddress/to_PhoneNumber'],
  toRecord: customerOf
})

/** The change date has no zone: it is on the clock of the host's system, `cds.requires.S4HANA.timeZone`. */
function changedSince(instant: string): string {
  const { S4HANA: host } = cds.env.requires as Record<string, { timeZone?: string } | undefined>
  const { day, time } = onHostClock(instant, host?.timeZone)
  const date = dateLiteral(day)
  return `(LastChangeDate gt ${date} or (LastChangeDate eq ${date} and LastChangeTime ge ${timeLiteral(time)}))`
}

export function customerOf(row: Row): CustomerRecord {
  const [address = {} as Row] = many(row.to_BusinessPartnerAddress).sort((a, b) => (a.AddressID < b.AddressID ? -1 : 1))
  const language = textOf(row.CorrespondenceLanguage) ?? textOf(row.Language)
  const phone = preferred(address.to_PhoneNumber, 'IsDefaultPhoneNumber')
  return {
    key: row.BusinessPartner,
    number: row.Customer ? padded(row.Customer, 10) : '',
    name: textOf(toText(row.BusinessPartnerFullName || row.BusinessPartnerName || '', 80)),
    email: textOf(preferred(address.to_EmailAddress, 'IsDefaultEmailAddress')?.EmailAddress),
    phone: textOf(phone?.InternationalPhoneNumber) ?? textOf(phone?.PhoneNumber),
    language: localeOf(language),
    street: streetOf(address),
    city: textOf(address.CityName),
    postalCode: textOf(address.PostalCode),
    region: textOf(address.Region),
    country: textOf(address.Country),
    isActive: !row.BusinessPartnerIsBlocked && !row.IsMarkedForArchiving && !row.to_Customer?.DeletionIndicator
  }
}

/** The host's keys are those of ISO 639, but for Chinese in traditional characters. */
const localeOf = (language: string | null): string | null => (language ? LOCALES[language] ?? language.toLowerCase() : null)
const LOCALES: Record<string, string> = { ZF: 'zh_TW' }

function preferred(nested: unknown, flag: string): Row | undefined {
  const rows = many(nested)
  return rows.find(row => row[flag]) ?? rows[0]
}

export const streetOf = (address: Row): string | null =>
  textOf(toText([textOf(address.StreetName), textOf(address.HouseNumber)].filter(Boolean).join(' '), 60))
