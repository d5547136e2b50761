import cds from '@sap/cds'
import { entities } from '../../entities'
import type HostErpService from '../../host-erp/service'
import type { QualityObject } from '../../host-erp/reading'
import { present } from '../../present'
import { inTurn } from '../../turns'
import { differencesOf, type Known } from './differences'

type Kind = 'notification' | 'defect'

interface Kept { notification_ID: string; kind: Kind; document: string; changedAt: string | null; snapshot: string; revision: number }

const AT_ONCE = 100

const readingOf = (kind: Kind) => present<HostErpService>('host-erp').reading.qualityObjects[kind]

/** Reads what the host announced, and what it changed since the last look. To be called without a transaction open. */
export async function followHostDocuments(): Promise<void> {
  await readAll(await inTurn(() => keptWhere({ isAnnounced: true, document: { '!=': null } })))
  for (const kind of ['notification', 'defect'] as const) await readChanged(kind)
}

/** Asks for the document of one notification. To be called without a transaction open. */
export async function refreshDocument(notification_ID: string): Promise<void> {
  await readAll(await inTurn(() => keptWhere({ notification_ID, document: { '!=': null } })))
}

/** A business event of the host: stored in its transaction, read soon after. */
export async function noteAnnounced(kind: Kind, number: string): Promise<boolean> {
  const { HostQualityObjects } = entities()
  return Boolean(await UPDATE(HostQualityObjects).with({ isAnnounced: true }).where({ kind, document: number.replace(/^0+(?=\d)/, '') }))
}

async function readChanged(kind: Kind): Promise<void> {
  const { HostQualityObjects, HostQualityReadings } = entities()
  const isAny = await inTurn(() => SELECT.one.from(HostQualityObjects).columns('notification_ID').where({ kind, document: { '!=': null } }) as never)
  if (!isAny) return
  const startedAt = new Date(Date.now() - OVERLAP).toISOString()
  const cursor = (await inTurn(() => SELECT.one.from(HostQualityReadings).columns('changedAt').where({ kind }) as never)) as { changedAt: string } | null
  const changed = cursor && (await readingOf(kind).changedSince(cursor.changedAt))
  if (!changed) await readEvery(kind)
  else await readSome(kind, changed)
  const latest = changed ? changed.reduce((last, { changedAt }) => (changedAt && changedAt > last ? changedAt : last), cursor.changedAt) : startedAt
  if (latest !== cursor?.changedAt) await inTurn(() => UPSERT.into(HostQualityReadings).entries({ kind, changedAt: latest }) as never)
}

/** The host's clock may be behind ours. */
const OVERLAP = 3_600_000

/** Before the first look, or after its mark was lost: all that are there, page by page. */
async function readEvery(kind: Kind): Promise<void> {
  for (let after = ''; ;) {
    const some = await inTurn(() => keptWhere({ kind, document: { '!=': null }, notification_ID: { '>': after } }))
    await readAll(some)
    if (some.length < AT_ONCE) return
    after = some.at(-1)!.notification_ID
  }
}

/** Of what changed in the host some is ours. What has the stamp that we know was read already; that of a defect has whole seconds, and two changes can share one. */
async function readSome(kind: Kind, changed: { document: string; changedAt: string | null }[]): Promise<void> {
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const some = new Map(changed.slice(from, from + AT_ONCE).map(({ document, changedAt }) => [document, changedAt]))
    const ours = await inTurn(() => keptWhere({ kind, document: { in: [...some.keys()] } }))
    await readAll(ours.filter(({ document, changedAt }) => kind === 'defect' || !changedAt || new Date(changedAt).getTime() !== new Date(some.get(document) ?? 0).getTime()))
  }
}

const keptWhere = async (where: object) => (await SELECT.from(entities().HostQualityObjects)
  .columns('notification_ID', 'kind', 'document', 'changedAt', 'snapshot', 'revision').where(where as never).orderBy('notification_ID').limit(AT_ONCE)) as Kept[]

/** Others may have taken a document in meanwhile, as it was before what we read: those are read once more. */
async function readAll(kept: Kept[]): Promise<void> {
  const overtaken: string[] = []
  for (const kind of ['notification', 'defect'] as const) {
    const ours = kept.filter(each => each.kind === kind)
    if (!ours.length) continue
    const found = new Map((await readingOf(kind).byNumbers(ours.map(({ document }) => document))).map(object => [object.document, object]))
    for (const each of ours) if (!(await inTurn(() => takeIn(each, found.get(each.document))))) overtaken.push(each.notification_ID)
  }
  if (overtaken.length) await readAll(await inTurn(() => keptWhere({ notification_ID: { in: overtaken } })))
}

/**
 * What the host says is told, never worked in: the record here has been coded, signed and reported by its own people. Its status in the host is shown beside ours.
 * @returns whether nobody else took in what was read in the same moment: that is not told twice
 */
async function takeIn({ notification_ID, snapshot, changedAt, revision }: Kept, now: QualityObject | undefined): Promise<boolean> {
  const { QualityNotifications, HostQualityObjects, HostRemarks } = entities()
  const readAt = new Date().toISOString()
  const before = JSON.parse(snapshot) as Known
  const wasMissing = before.document === MISSING
  const remarks = now ? differencesOf(before, now) : wasMissing ? [] : [{ kind_code: 'missing', item: null, before: null, after: null }]
  const changes = { changedAt: now?.changedAt ?? changedAt, snapshot: JSON.stringify(now ?? { ...before, document: MISSING }), isAnnounced: false, readAt, revision: revision + 1 }
  if (!(await UPDATE(HostQualityObjects).with(changes as never).where({ notification_ID, revision }))) return false
  if (remarks.length) {
    await INSERT.into(HostRemarks).entries(remarks.map(remark => ({
      ...remark, before: remark.before?.slice(0, 255), after: remark.after?.slice(0, 255), notification_ID, changedAt: now?.changedAt ?? readAt, readAt
    })))
  }
  const isNew = now && before.status === undefined
  if (!remarks.length && !isNew) return true
  await UPDATE(QualityNotifications).with({ ...(now?.status && { hostStatus: now.status }), hostReadAt: readAt } as never).where({ ID: notification_ID })
  await cds.services['aftersales.QualityService'].emit('QualityNotification.Changed', { ID: notification_ID })
  return true
}

const MISSING = '-'
