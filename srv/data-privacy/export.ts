import { Readable } from 'node:stream'
import cds from '@sap/cds'
import { ZipFile } from 'yazl'
import { fail } from '../errors'
import { logRead } from '../personal-data/log'
import { placesOf, type Place, type Subject } from './finding'
import { htmlParts, jsonParts, type Chapter } from './writing'

interface Runner { run(query: unknown): Promise<Record<string, unknown>[]> }
type Found = Omit<Subject, 'recordID' | 'customer'> & { ID: string }

const PAGE = 500

/** All that is stored about a person: an archive with JSON and a page to read, written while rows are read. */
export async function exportSubject(req: cds.Request): Promise<unknown> {
  const step = req.params.at(-1) as string | { ID: string }
  const ID = typeof step === 'string' ? step : step.ID
  const found = (await SELECT.one.from('aftersales.DataSubjects').where({ ID } as never)) as unknown as Found | undefined
  if (!found) fail(404, 'SUBJECT_NOT_FOUND')
  const recordID = ID.slice(ID.indexOf(':') + 1)
  const order = found.kind === 'Contact' ? ((await SELECT.one.from('aftersales.WorkOrders').columns('customer_ID').where({ ID: recordID } as never)) as unknown as { customer_ID: string } | undefined) : undefined
  const subject: Subject = { ...found, recordID, customer: order?.customer_ID ?? null }
  const places = await placesOf(subject)
  await logRead(req, { type: 'aftersales.DataSubjects', IDs: [ID], attributes: [...new Set(places.map(({ entity }) => entity))] })
  const db = (cds.db as unknown as { tx(req: unknown): Runner }).tx(req)
  const chapters = () => read(db, places)
  const heading = { exportedAt: req.timestamp.toISOString(), subject: { kind: found.kind, name: found.name, email: found.email, phone: found.phone, userId: found.userId } }
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', error => output.destroy(error as Error))
  // One after the other: each reads the same rows in the request's transaction.
  const json = Readable.from(jsonParts(heading, chapters()))
  json.once('end', () => {
    zip.addReadStream(Readable.from(htmlParts(heading, chapters(), req.locale ?? 'en')), 'personal-data.html')
    zip.end()
  })
  zip.addReadStream(json, 'personal-data.json')
  return output
}

/** Chapter by chapter, page by page; entities that hold nothing are left out. */
async function* read(db: Runner, places: Place[]): AsyncGenerator<Chapter> {
  for (const { entity, why, where, columns } of places) {
    const { keys } = cds.model!.definitions[entity] as unknown as { keys: Record<string, { isAssociation?: boolean; virtual?: boolean }> }
    const order = Object.entries(keys).filter(([, key]) => !key.isAssociation && !key.virtual).map(([name]) => name)
    for (let offset = 0; ; offset += PAGE) {
      const rows = await db.run(SELECT.from(entity).columns(...(columns as never[])).where(where as never).orderBy(...(order as never[])).limit(PAGE, offset))
      if (rows.length) yield { entity, why, rows }
      if (rows.length < PAGE) break
    }
  }
}
