import type { JournalEntryRequest, ServiceConfirmationRequest, ServiceOrderRequest, TimeConfirmationRequest } from '../../host-erp/ports'
import type { FinanceSettings } from '../settings'
import { salesAreaOf, valueOf } from '../settings'
import { type CostObject, journalEntriesOf, type Line, type PostedBy } from './document'
import { hostObject } from './stored'

/** A document that the host is asked for, with the lines that travel in it. */
export interface Wanted {
  kind: 'serviceOrder.create' | 'timeConfirmation.create' | 'serviceConfirmation.create' | 'journalEntry.post'
  postedBy: PostedBy
  request: ServiceOrderRequest | TimeConfirmationRequest | ServiceConfirmationRequest | JournalEntryRequest
  lines: Line[]
  costItem_ID?: string
  /** Needs the number of the service order that is asked for with it. */
  needsServiceOrder?: boolean
}

/** What was done, as the host confirms it. */
export interface Work {
  ID: string; text: string | null; quantity: string; unit: string | null; performedOn: string; costType: string | null; activityType: string | null
  employeeNumber: string | null; costCenter: string | null
}

/** The order, as the host's documents name it. */
export interface Repair { number: string; shortText: string | null; customer: string | null; equipment: string | null; serviceOrder: string | null }

export interface Header { number: string; companyCode: string; documentDate: string; postingDate: string; text?: string; assignment?: string }

/** All documents of a posting in the order in which they are sent: what others need comes first, journal entries last. */
export function wantedDocuments(header: Header, lines: Line[], work: Work[], repair: Repair | undefined, settings: FinanceSettings): Wanted[] {
  const openItem = (line: CostObject) => Boolean(line.serviceOrderItem && !line.serviceOrder)
  const confirmed = lines.filter(({ postedBy }) => postedBy === 'serviceConfirmation')
  const isNew = Boolean(repair && !repair.serviceOrder && (confirmed.length || lines.some(openItem)))
  return [
    ...(isNew ? [serviceOrder(header, repair!, settings)] : []),
    ...times(header, lines, work),
    ...(confirmed.length && repair ? [serviceConfirmation(confirmed, work, repair, settings, isNew)] : []),
    ...journalEntriesOf(lines).map(own => journalEntry(header, own, isNew && own.some(openItem)))
  ]
}

/** Once for each piece of work, with all its hours, whoever bears it. */
function times({ companyCode }: Header, lines: Line[], work: Work[]): Wanted[] {
  const booked = lines.filter(({ postedBy }) => postedBy === 'timeConfirmation')
  return work.filter(({ ID }) => booked.some(line => line.costItem_ID === ID)).map(({ ID, text, quantity, performedOn, activityType, employeeNumber, costCenter }) => {
    const own = booked.filter(line => line.costItem_ID === ID)
    const bearer = own.find(line => line.costCenter || line.internalOrder || line.wbsElement || line.serviceOrder) ?? own[0]
    return {
      kind: 'timeConfirmation.create', postedBy: 'timeConfirmation', lines: own, costItem_ID: ID,
      request: {
        personnelNumber: employeeNumber ?? '', companyCode, workedOn: performedOn, hours: quantity, activityType: activityType ?? '', costObject: hostObject(bearer),
        ...(costCenter && { senderCostCenter: costCenter }), ...(text && { text })
      }
    }
  })
}

function serviceConfirmation(lines: Line[], work: Work[], { number, shortText, serviceOrder }: Repair, { serviceOrder: settings }: FinanceSettings, isNew: boolean): Wanted {
  const done = work.filter(({ ID }) => lines.some(line => line.costItem_ID === ID))
  return {
    kind: 'serviceConfirmation.create', postedBy: 'serviceConfirmation', lines, needsServiceOrder: isNew,
    request: {
      type: settings.confirmationType, description: `${number} ${shortText ?? ''}`.trim().slice(0, 40), ...(serviceOrder && { serviceOrder }),
      items: done.map(({ text, quantity, unit, performedOn, costType, employeeNumber }) => ({
        serviceOrderItem: '10', product: valueOf(settings.products, costType) ?? '', quantity, performedOn,
        ...(text && { description: text }), ...(unit && { unit }), ...(employeeNumber && { performer: employeeNumber })
      }))
    }
  }
}

function serviceOrder({ companyCode }: Header, { number, shortText, customer, equipment }: Repair, { serviceOrder: settings }: FinanceSettings): Wanted {
  const request: ServiceOrderRequest = {
    type: settings.type, description: `${number} ${shortText ?? ''}`.trim().slice(0, 40), customer: customer ?? '', ...salesAreaOf(settings.salesArea, companyCode),
    ...(equipment && { equipment }), items: [{ product: valueOf(settings.products, '*') ?? '', quantity: '1' }]
  }
  return { kind: 'serviceOrder.create', postedBy: 'serviceConfirmation', request, lines: [] }
}

function journalEntry({ number, companyCode, documentDate, postingDate, text, assignment }: Header, lines: Line[], needsServiceOrder: boolean): Wanted {
  const request: JournalEntryRequest = {
    companyCode, postingDate, documentDate, text: [number, text].filter(Boolean).join(' ').slice(0, 25),
    lines: lines.map(line => ({
      account: line.glAccount, debitCredit: line.debitCredit, amount: line.amount, currency: line.currency, companyCodeAmount: line.companyCodeAmount,
      companyCodeCurrency: line.companyCodeCurrency, costObject: hostObject(line), ...(line.text && { text: line.text.slice(0, 50) }), ...(assignment && { assignment })
    }))
  }
  return { kind: 'journalEntry.post', postedBy: 'journalEntry', request, lines, needsServiceOrder }
}

