import cds from '@sap/cds'
import { fail } from '../errors'
import { guardReading } from '../reading-guards'
import { idOf } from '../request-key'
import { exportSubject } from './export'
import { isObject } from './objects'
import { makeReadable } from './readable'
import { RetentionRound } from './running'
import { dataPrivacySettings } from './settings'
import { propose, type RunKind } from './simulating'

export default class DataPrivacyService extends cds.ApplicationService {
  private readonly round = new RetentionRound()

  async init() {
    guardReading(this)
    makeReadable(this)
    this.on('READ', 'CurrentUser', req => ({ userId: req.user.id, mayMaintain: req.user.is('DataProtectionOfficer') }))
    this.proposeAndStartRuns()
    this.placeAndReleaseHolds()
    this.on('export', 'DataSubjects', exportSubject)
    this.round.wakeBy(this, {
      event: 'workOnRuns', interval: '5m', task: 'aftersales-retention-runs', look: () => dataPrivacySettings().look,
      otherwise: 'Retention runs are not taken up by schedule; each instance still looks by itself'
    })
    await super.init()
  }

  /** A preview first, and somebody else who starts it. */
  private proposeAndStartRuns() {
    const { RetentionRuns } = this.entities
    const read = (ID: string) => SELECT.one.from(RetentionRuns).where({ ID })
    this.on('simulate', async req => {
      const { kind, object } = req.data as { kind: RunKind; object?: string }
      if (kind !== 'block' && kind !== 'erase') fail(400, 'RUN_KIND_UNKNOWN', { target: 'kind' })
      if (object && !isObject(object)) fail(400, 'PRIVACY_OBJECT_UNKNOWN', { target: 'object' })
      return read(await propose(kind, isObject(object) ? object : undefined, req.user.id))
    })
    this.on('start', RetentionRuns, async req => {
      const ID = idOf(req.params.at(-1))!
      const run = (await read(ID)) as { proposedBy: string } | undefined
      if (!run) fail(404, 'RUN_NOT_FOUND')
      if (dataPrivacySettings().fourEyes && run.proposedBy === req.user.id) fail(403, 'RUN_NEEDS_FOUR_EYES')
      const { comment = null } = req.data as { comment?: string }
      await this.step(ID, { state_code: 'Running', startedAt: req.timestamp.toISOString(), startedBy: req.user.id, comment })
      req.on('succeeded', () => { void this.round.start() })
      return read(ID)
    })
    this.on('cancel', RetentionRuns, async req => {
      const ID = idOf(req.params.at(-1))!
      await this.step(ID, { state_code: 'Cancelled', endedAt: req.timestamp.toISOString() }, ['Proposed', 'Running'])
      return read(ID)
    })
  }

  private async step(ID: string, changes: object, from = ['Proposed']) {
    const changed = await UPDATE('aftersales.RetentionRuns').with(changes as never).where({ ID, state_code: { in: from } })
    if (!changed) fail(409, 'RUN_NOT_PROPOSED')
  }

  private placeAndReleaseHolds() {
    const { LegalHolds } = this.entities
    // Once it is placed, no batch is under way that has not heard of it.
    this.before(['CREATE', 'UPDATE'], LegalHolds, () => SELECT.from('aftersales.RetentionRuns').columns('ID').where({ state_code: 'Running' }).orderBy('startedAt', 'ID').forUpdate())
    this.on('release', LegalHolds, async req => {
      const ID = idOf(req.params.at(-1))!
      const released = await UPDATE('aftersales.LegalHolds').with({ releasedAt: req.timestamp.toISOString(), releasedBy: req.user.id } as never).where({ ID, releasedAt: null })
      if (!released) fail(409, 'HOLD_RELEASED')
      return SELECT.one.from(LegalHolds).where({ ID })
    })
  }
}
