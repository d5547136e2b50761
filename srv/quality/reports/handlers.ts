import cds from '@sap/cds'
import { fail } from '../../errors'
import { mayDo, type Restricted } from '../../permissions'
import { readFirst } from '../../reading-first'
import { idOf } from '../../request-key'
import { stopPress } from './press'
import { createReport, type ReportObject } from './printing'

const OBJECTS: ReportObject[] = ['QualityNotifications', 'CapaCases', 'RegulatoryReports']

const printed = new WeakMap<cds.Request, string>()

/** Reports as PDF: printed, kept, read. */
export function implementReports(service: cds.ApplicationService): void {
  const { QualityDocuments } = service.entities
  // Before a transaction is open: a report takes its time, and on some databases nobody else could write meanwhile.
  readFirst(service, 'createReport', async req => {
    const object = objectOf(req)
    if (!object || !mayDo(req.user, 'createReport', service.entities[object] as Restricted)) return
    const { kind_code: kind, language } = req.data as { kind_code?: string; language?: string }
    printed.set(req, await createReport({ object, ID: idOf(req.params.at(-1))!, kind, language, user: req.user.id, locale: req.locale ?? 'en', at: req.timestamp }))
  })
  service.on('createReport', req => {
    const ID = printed.get(req) ?? fail(409, 'ONE_AT_A_TIME')
    return SELECT.one.from(QualityDocuments, { ID } as never)
  })
  cds.on('shutdown', stopPress)
}

const objectOf = (req: cds.Request): ReportObject | undefined =>
  OBJECTS.find(object => (req.target as { name?: string } | undefined)?.name === `aftersales.QualityService.${object}`)
