import cds from '@sap/cds'
import fc from 'fast-check'
import type { App } from './app'
import { capaCalls, insertNotification, passDays, QUALITY, type Row } from './capa'

/** What somebody does to a case; `n` chooses among what there is to choose. */
export interface Move { move: string; user: string; n: number }

const ENGINEERS = ['quality', 'quality2']
export const MANAGERS = ['qm', 'qm2']
const PEOPLE = [...ENGINEERS, ...MANAGERS]
/** Were everybody given work alike, soon nobody could judge any more. */
const WORKERS = [...ENGINEERS, ...ENGINEERS, ...ENGINEERS, ...PEOPLE]
const SUBJECTS = [...PEOPLE, 'auditor', 'technician', 'parts']
const STEPS = ['contain', 'assessRisk', 'confirmRootCause', 'plan', 'verify', 'implement', 'startEffectivenessCheck']

/** The way that a case should go: what its phase needs, and then its step. */
type Play = (user: string, n: number) => Promise<unknown>

/** What the test saw with its own eyes, to be compared with what the case says in the end. */
export interface Seen {
  owners: Set<string>
  implementers: Set<string>
  /** The check of each cycle as it was when it was frozen. */
  frozen: Map<number, string>
  granted: Set<string>
  decisions: { user: string; passed: boolean; cycle: number }[]
}

const FROZEN_FIELDS = ['criterion', 'measure_code', 'limit', 'sample', 'windowDays', 'dataSource', 'frozenAt']
export const frozenPart = (check: Row) => JSON.stringify(FROZEN_FIELDS.map(field => check[field]))

/** A game on one case: honest steps, tricks and mere noise, in any order and by anybody. */
export async function startGame(app: App) {
  const capa = capaCalls(app)
  const model = `GAME-${cds.utils.uuid().slice(0, 8)}`
  const ID = (await capa.create('A game', [await insertNotification({ model })])).data.ID as string
  const seen: Seen = { owners: new Set(), implementers: new Set(), frozen: new Map(), granted: new Set(), decisions: [] }
  const db = (entity: string) => cds.db.run(SELECT.from(`aftersales.${entity}`).where({ capa_ID: ID })) as unknown as Promise<Row[]>
  const theCase = async () => (await cds.db.run(SELECT.one.from('aftersales.CapaCases').where({ ID }))) as Row
  const pick = <T>(list: T[], n: number): T => list[n % list.length]
  const as = (user: string) => app.as(user)
  const draft = capa.path(ID, false)

  /** Owners count from when the case has begun, people at an action from its release. */
  const look = async () => {
    const { phase_code, owner } = await theCase()
    if (phase_code !== 'Initiated') seen.owners.add(owner)
    for (const action of await db('CapaActions')) if (action.status_code !== 'TSOS') for (const each of [action.owner, action.completedBy]) if (each) seen.implementers.add(each)
    for (const check of await db('EffectivenessChecks')) if (check.frozenAt && !seen.frozen.has(check.cycle)) seen.frozen.set(check.cycle, frozenPart(check))
  }

  const step = async (name: string, user: string) => {
    const { status } = await capa.on(ID, name, name === 'verify' ? { credential: user } : {}, user)
    if (status === 200 && name === 'implement') seen.implementers.add(user)
  }
  const decide = async (user: string, passed: boolean) => {
    const { cycle } = await theCase()
    const { status } = await capa.on(ID, 'verifyEffectiveness', { passed, evidence: 'Looked at it', credential: user }, user)
    if (status === 200) seen.decisions.push({ user, passed, cycle })
  }
  const failAgain = () => insertNotification({ model, eventDate: '2026-10-10', createdAt: '2026-10-10T10:00:00Z' })
  const windowPasses = () => passDays(ID, '2026-09-01', '2026-10-31')

  const NEXT: Record<string, Play> = {
    Initiated: async user => {
      await capa.change(ID, { dueDate: '2027-03-31', containment: 'Blocked', severity: 5, occurrence: 5, detection: 5 }, user)
      await step('contain', user)
    },
    Contained: async user => step('assessRisk', user),
    RiskAssessed: async user => {
      const { data } = await capa.on(ID, 'addCause', { answer: 'Because', evidence: 'Seen' }, user)
      await capa.on(ID, 'markRootCause', { cause_ID: data.ID }, user)
      await step('confirmRootCause', user)
    },
    RootCauseFound: async (user, n) => {
      await capa.on(ID, 'addAction', { kind_code: 'corrective', text: 'Mend', owner: pick(WORKERS, n), dueDate: '2027-01-31' }, user)
      await step('plan', user)
    },
    Planned: async user => {
      await capa.change(ID, { verification: 'No harm' }, user)
      await step('verify', user)
    },
    Verified: async user => {
      for (const { ID: action, status_code } of await db('CapaActions')) {
        if (status_code === 'TSOS') await capa.onAction(action, 'release', {}, user)
        if (['TSOS', 'TSRL'].includes(status_code)) await capa.onAction(action, 'complete', { result: 'Mended' }, user)
      }
      await capa.on(ID, 'defineCheck', { criterion: 'Not again', measure_code: 'repeatFailures', limit: 0, windowDays: 60 }, user)
      await step('implement', user)
    },
    Implemented: async user => step('startEffectivenessCheck', user),
    EffectivenessCheck: async (user, n) => {
      await windowPasses()
      await decide(user, n % 3 > 0)
    },
    Closed: async () => {}, Cancelled: async () => {}
  }

  /** Who holds a draft that is in the way gives it up. */
  const letGo = async () => {
    const [held] = (await cds.db.run(SELECT.from('aftersales.QualityService.CapaCases.drafts').columns('DraftAdministrativeData.InProcessByUser as user').where({ ID }))) as { user: string }[]
    if (held) await as(held.user).delete(draft)
  }

  const MOVES: Record<string, Play> = {
    next: async (user, n) => {
      if (n % 4) await letGo()
      const { phase_code } = await theCase()
      await NEXT[phase_code](n % 8 ? pick(phase_code === 'EffectivenessCheck' ? MANAGERS : ENGINEERS, n >> 3) : user, n)
    },
    decide: (user, n) => decide(user, n % 2 === 0),
    step: (user, n) => step(pick(STEPS, n), user),
    handOver: (user, n) => capa.change(ID, { owner: pick(WORKERS, n) }, user),
    /** Who gets rid of the case may still want to judge it. */
    ownForAMoment: async (user, n) => {
      await capa.change(ID, { owner: pick(MANAGERS, n >> 1) }, user)
      await look()
      await capa.change(ID, { owner: 'quality' }, user)
    },
    nameApprover: (user, n) => capa.change(ID, { approver: pick([...PEOPLE, null], n) }, user),
    patchWhatIsNotMine: (user, n) => capa.change(ID, pick([
      { phase_code: 'Closed' }, { cycle: 1 }, { isOpen: false, closedBy: 'qm' }, { dueDate: '2029-01-01' }, { implementedAt: null }, { verification: 'Changed' }, { containment: 'Changed' },
      { checks: [] }, { checks: [{ cycle: 1, limit: 99, passed: true }] }, { actions: [] }, { participants: [] }, { phase: { code: 'EffectivenessCheck' } }
    ], n), user),
    put: (user, n) => as(user).put(capa.path(ID), pick([{ title: 'Put' }, { title: 'Put', phase_code: 'Closed', checks: [] }], n)),
    editInDraft: async (user, n) => {
      await as(user).post(`${capa.path(ID)}/aftersales.QualityService.draftEdit`, { PreserveChanges: true })
      await as(user).patch(draft, pick<object>([{ title: 'Drafted' }, { owner: pick(WORKERS, n >> 2) }, { phase_code: 'Closed', cycle: 9 }, { checks: [], actions: [] }, { dueDate: '2029-01-01' }], n))
      await as(user).post(`${draft}/checks`, { limit: 99, passed: true })
      if (n % 5) await as(user).post(`${draft}/aftersales.QualityService.draftActivate`, {})
      else if (n % 2) await as(user).delete(draft)
    },
    discardDraft: user => as(user).delete(draft),
    touchCheck: async (user, n) => {
      const check = pick((await db('EffectivenessChecks')).concat({ ID: cds.utils.uuid() }), n)
      const url = `${QUALITY}/EffectivenessChecks(${check.ID})`
      await pick<() => Promise<unknown>>([
        () => as(user).patch(url, { limit: 99, passed: true }), () => as(user).delete(url), () => as(user).put(url, { passed: true }),
        () => as(user).post(`${capa.path(ID)}/checks`, { cycle: 1, limit: 99, passed: true }), () => as(user).post(`${QUALITY}/EffectivenessChecks`, { capa_ID: ID, cycle: 1, passed: true }),
        () => as(user).patch(`${capa.path(ID)}/checks(${check.ID})`, { passed: true, frozenAt: null }), () => as(user).delete(`${capa.path(ID)}/checks(${check.ID})`),
        () => as(user).delete(`${QUALITY}/CapaParticipants(capa_ID=${ID},userId='${user}',role='owner')`)
      ], n)()
    },
    redefineCheck: (user, n) => capa.on(ID, 'defineCheck', { criterion: 'Softer', measure_code: pick(['manual', 'repeatRate', 'repeatFailures'], n), limit: n % 100, windowDays: 1 + (n % 30) }, user),
    measure: (user, n) => capa.on(ID, 'measureEffect', { measured: n % 3, sampleSeen: n % 50 }, user),
    touchAction: async (user, n) => {
      const action = pick((await db('CapaActions')).concat({ ID: cds.utils.uuid() }), n)
      await pick<() => Promise<unknown>>([
        () => capa.onAction(action.ID, 'remove', {}, user), () => capa.onAction(action.ID, 'change', { owner: pick(WORKERS, n >> 3), kind_code: 'preventive' }, user), () => capa.onAction(action.ID, 'release', {}, user),
        () => capa.onAction(action.ID, 'change', { owner: pick(WORKERS, n >> 3) }, user), () => capa.onAction(action.ID, 'complete', { result: 'Done' }, user), () => as(user).patch(`${QUALITY}/CapaActions(${action.ID})`, { owner: 'nobody' })
      ], n)()
    },
    addAction: (user, n) => capa.on(ID, 'addAction', { kind_code: pick(['containment', 'correction', 'preventive'], n), text: 'More', owner: pick(WORKERS, n), dueDate: '2027-01-01' }, user),
    extend: async (user, n) => {
      await capa.on(ID, 'requestExtension', { toDate: `2028-0${1 + (n % 9)}-01`, reason: 'Late' }, user)
      const extension = (await db('CapaExtensions')).find(each => each.state_code === 'Requested')
      if (!extension || n % 2) return
      const { status } = await capa.onExtension(extension.ID, 'approve', {}, pick(PEOPLE, n >> 1))
      if (status === 200) seen.granted.add(extension.toDate)
    },
    failAgain, windowPasses,
    raceToDecide: () => Promise.all(PEOPLE.map(user => decide(user, true))),
    cancel: (user, n) => (n % 20 ? Promise.resolve() : capa.on(ID, 'cancelCase', { reason: 'Enough' }, user)),
    remove: user => as(user).delete(capa.path(ID))
  }

  return {
    ID, seen, db, theCase,
    async play({ move, user, n }: Move): Promise<void> {
      await MOVES[move](user, n)
      await look()
    }
  }
}

const TRICKS = ['decide', 'step', 'handOver', 'ownForAMoment', 'nameApprover', 'patchWhatIsNotMine', 'put', 'editInDraft', 'discardDraft', 'touchCheck', 'redefineCheck', 'measure', 'touchAction', 'addAction', 'extend', 'failAgain',
  'windowPasses', 'raceToDecide', 'cancel', 'remove']

/** Every other move goes the way of the case, so that many games get to its end. */
export const games = (length: number) => fc.array(
  fc.record({ move: fc.oneof({ weight: 5, arbitrary: fc.constant('next') }, { weight: 5, arbitrary: fc.constantFrom(...TRICKS) }, { weight: 1, arbitrary: fc.constant('discardDraft') }), user: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PEOPLE) }, { weight: 1, arbitrary: fc.constantFrom(...SUBJECTS) }), n: fc.nat(5000) }),
  { minLength: length / 2, maxLength: length, size: 'max' }
)
