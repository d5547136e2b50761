import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { type CapaCase, lockedCase, now, recordEvent, requirePhase, today, userId } from './cases'
import { type Check, checkOf, scopesOf } from './checks'
import { type Count, countFailures, type Counted } from './counting'
import { type Criterion, measuredOf, mayDecide, type Seen, type Verdict, verdictOf } from './effect'

const CHECKING = ['Implemented', 'EffectivenessCheck']

/** Counts again what the module knows, or takes what a person measured; decides nothing. */
export async function measureEffect(ID: string, { measured, sampleSeen }: { measured?: string | number | null; sampleSeen?: number | null }): Promise<void> {
  const found = await lockedCase(ID)
  await requirePhase(found, CHECKING)
  const check = await frozenCheck(found)
  if (check.measure_code !== 'manual') await counted(check)
  else {
    if (measured === null || measured === undefined || Number(measured) < 0) fail(422, 'CAPA_NOT_MEASURED', { target: 'measured' })
    if (sampleSeen !== null && sampleSeen !== undefined && sampleSeen < 0) fail(422, 'CAPA_SAMPLE_IMPOSSIBLE', { target: 'sampleSeen' })
    await noteMeasured(check, { measured: Number(measured), sampleSeen: sampleSeen ?? 0 })
  }
  const { measured: figure } = (await checkOf(found))!
  await recordEvent(found, 'Measured', String(Number(figure)))
}

/** The decision on the effect, which has to follow the figures: a person may fail what would pass, never the other way round. */
export async function judge(found: CapaCase, passed: boolean, evidence: string): Promise<void> {
  const check = await frozenCheck(found)
  const seen = check.measure_code === 'manual' ? seenSoFar(check) : await counted(check)
  const verdict = verdictOf(criterionOf(check), seen, today())
  if (!mayDecide(passed, verdict)) refuse(check, seen, verdict)
  await UPDATE(entities().EffectivenessChecks, { ID: check.ID } as never).with({ passed, evidence, decidedBy: userId(), decidedAt: now() } as never)
}

async function frozenCheck(found: CapaCase): Promise<Check> {
  const check = await checkOf(found)
  if (!check?.frozenAt) fail(422, 'CAPA_CHECK_MISSING', { target: 'checks' })
  return check
}

function refuse({ windowEnd, sample, limit }: Check, { measured, sampleSeen }: Seen, verdict: Verdict): never {
  if (verdict.is !== 'open') return fail(422, 'CAPA_EFFECT_NOT_PROVEN', { target: 'passed', args: [measured, Number(limit)] })
  if (verdict.until === 'window') return fail(422, 'CAPA_WINDOW_OPEN', { target: 'passed', args: [windowEnd] })
  if (verdict.until === 'sample') return fail(422, 'CAPA_SAMPLE_OPEN', { target: 'passed', args: [sampleSeen, sample] })
  return fail(422, 'CAPA_NOT_MEASURED', { target: 'passed' })
}

/**
 * Counts up to the end of the window, or up to today while the sample is still too small then. The list of what was counted takes the place of the
 * one before.
 */
async function counted(check: Check): Promise<Seen> {
  const scopes = await scopesOf(check)
  const upTo = async (to: string) => await countFailures(scopes, { from: check.windowStart, to })
  const inWindow = await upTo(earlier(check.windowEnd, today()))
  const isTooFew = (check.sample ?? 0) > inWindow.repairs && today() > check.windowEnd
  const count = isTooFew ? await upTo(today()) : inWindow
  await list(check, count.failures)
  const seen = seenBy(check, count)
  await noteMeasured(check, seen)
  return seen
}

const seenBy = ({ measure_code }: Check, { failures, repairs }: Count): Seen => ({ measured: measuredOf(measure_code, failures.length, repairs), sampleSeen: repairs })
const seenSoFar = ({ measured, sampleSeen }: Check): Seen => ({ measured: measured === null ? null : Number(measured), sampleSeen: sampleSeen ?? 0 })
const criterionOf = (check: Check): Criterion => ({ ...check, limit: Number(check.limit) })
const earlier = (one: string, other: string) => (one < other ? one : other)

async function list({ ID }: Check, failures: Counted[]): Promise<void> {
  const { CountedFailures } = entities()
  await DELETE.from(CountedFailures).where({ check_ID: ID })
  if (failures.length) await INSERT.into(CountedFailures).entries(failures.map(failure => ({ ID: cds.utils.uuid(), check_ID: ID, ...failure })))
}

async function noteMeasured({ ID }: Check, { measured, sampleSeen }: Seen): Promise<void> {
  await UPDATE(entities().EffectivenessChecks, { ID } as never).with({ measured, sampleSeen, measuredAt: now(), measuredBy: userId() } as never)
}
