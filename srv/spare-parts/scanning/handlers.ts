import cds from '@sap/cds'
import { textOf } from '../../csv-import/texts'
import { partsOf, type FoundPart } from './finding'
import { readCode, type ScannedPart } from './read-code'

/** A part that can't be used much longer is worth a word. */
const SOON = 30
const DAY = 86_400_000
/** What the host's batches and serial numbers have room for. */
const BATCH_LENGTH = 10
const SERIAL_LENGTH = 18

interface Notice { code: string; text: string; criticality: number }
const RED = 1
const YELLOW = 2

/** What a code says of a part, and what is wrong with it, in words. */
export function implementScanning(service: cds.ApplicationService): void {
  service.on('scan', async req => {
    const today = cds.context!.timestamp.toISOString().slice(0, 10)
    const result = readCode((req.data as { code: string }).code, today)
    if ('problem' in result) return { isRead: false, notices: [notice(result.problem.key, RED, result.problem.args)] }
    const parts = await partsOf(result.part)
    return answer(result.part, parts, today)
  })
}

function answer(scanned: ScannedPart, parts: FoundPart[], today: string) {
  const { gtin, partNumbers, batch, serialNumber, expiresOn, bestBefore, producedOn, pieces } = scanned
  const [part] = parts.length === 1 ? parts : []
  return {
    isRead: true, part_ID: part?.ID, number: part?.number, name: part?.name, unit: part?.baseUnit,
    isBatchManaged: part?.isBatchManaged, isSerialManaged: part?.isSerialManaged,
    gtin, batch, serialNumber, expiresOn, bestBefore, producedOn, quantity: pieces,
    notices: [
      ...(parts.length > 1 ? [notice('SCAN_PART_AMBIGUOUS', RED, [gtin ?? partNumbers[0]])] : []),
      ...(parts.length ? [] : [notice('SCAN_PART_UNKNOWN', RED, [gtin ?? partNumbers[0] ?? ''])]),
      ...noticesOfDates(expiresOn, bestBefore, today), ...noticesOfPart(scanned, part)
    ]
  }
}

function noticesOfDates(expiresOn: string | undefined, bestBefore: string | undefined, today: string): Notice[] {
  const notices: Notice[] = []
  if (expiresOn && expiresOn < today) notices.push(notice('SCAN_EXPIRED', RED, [expiresOn]))
  else if (expiresOn && Date.parse(expiresOn) - Date.parse(today) <= SOON * DAY) notices.push(notice('SCAN_EXPIRES_SOON', YELLOW, [expiresOn]))
  if (bestBefore && bestBefore < today) notices.push(notice('SCAN_BEST_BEFORE_PASSED', YELLOW, [bestBefore]))
  return notices
}

function noticesOfPart({ kind, batch, serialNumber }: ScannedPart, part?: FoundPart): Notice[] {
  const notices: Notice[] = []
  if (part?.isBatchManaged && !batch) notices.push(notice('SCAN_BATCH_MISSING', YELLOW, [part.number]))
  if (part?.isSerialManaged && !serialNumber) notices.push(notice('SCAN_SERIAL_MISSING', YELLOW, [part.number]))
  if (kind === 'gs1' && batch && batch.length > BATCH_LENGTH) notices.push(notice('SCAN_BATCH_LONG', YELLOW, [batch, BATCH_LENGTH]))
  if (kind === 'gs1' && serialNumber && serialNumber.length > SERIAL_LENGTH) notices.push(notice('SCAN_SERIAL_LONG', YELLOW, [serialNumber, SERIAL_LENGTH]))
  return notices
}

const notice = (code: string, criticality: number, args: (string | number)[]): Notice => ({ code, criticality, text: textOf(code, args).slice(0, 300) })
