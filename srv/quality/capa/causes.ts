import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { branchOf, type Cause, DEEPEST, heightOf, isBelowItself, isTooDeep, placed } from './cause-tree'
import { type CapaCase, lockedCase, requirePhase, requireText } from './cases'

type Data = Record<string, any>

/** Until the root cause is confirmed. */
const SEARCHING = ['Initiated', 'Contained', 'RiskAssessed']

/** The answers of the cycle at hand. */
export async function causesOf({ ID, cycle }: CapaCase): Promise<Cause[]> {
  const { CapaCauses } = entities()
  return (await SELECT.from(CapaCauses).where({ capa_ID: ID, cycle }).orderBy('position')) as unknown as Cause[]
}

/** What pages call to change the tree, without a draft. Each answers the ID of the answer that it was about. */
export const CAUSE_ACTIONS: Record<string, (ID: string, data: Data) => Promise<string>> = {
  addCause: async (ID, { parent_ID = null, branch_code, answer, evidence }) => {
    const { found, causes } = await searched(ID)
    if (parent_ID) causeIn(causes, parent_ID, 'parent_ID')
    if (isTooDeep(1, parent_ID, causes)) fail(422, 'CAPA_CAUSE_TOO_DEEP', { target: 'parent_ID', args: [DEEPEST] })
    await knownBranch(branch_code)
    const cause_ID = cds.utils.uuid()
    const siblings = causes.filter(cause => cause.parent_ID === parent_ID)
    await INSERT.into(entities().CapaCauses).entries({
      ID: cause_ID, capa_ID: ID, cycle: found.cycle, parent_ID, branch_code: branch_code ?? branchAbove(causes, parent_ID), answer: requireText(answer, 'answer'), evidence: evidence?.trim() || null,
      position: Math.max(0, ...siblings.map(({ position }) => position)) + 1
    })
    return cause_ID
  },

  changeCause: async (ID, { cause_ID, ...data }) => {
    await searchedCause(ID, cause_ID)
    await knownBranch(data.branch_code)
    const changes = {
      ...('answer' in data && data.answer !== null && { answer: requireText(data.answer, 'answer') }),
      ...('evidence' in data && { evidence: data.evidence?.trim() || null }),
      ...('branch_code' in data && { branch_code: data.branch_code })
    }
    if (Object.keys(changes).length) await update(cause_ID, changes)
    return cause_ID
  },

  moveCause: async (ID, { cause_ID, parent_ID = null, position }) => {
    const { causes } = await searchedCause(ID, cause_ID)
    if (parent_ID) causeIn(causes, parent_ID, 'parent_ID')
    if (isBelowItself(cause_ID, parent_ID, causes)) fail(422, 'CAPA_CAUSE_CYCLE', { target: 'parent_ID' })
    if (isTooDeep(heightOf(cause_ID, causes), parent_ID, causes)) fail(422, 'CAPA_CAUSE_TOO_DEEP', { target: 'parent_ID', args: [DEEPEST] })
    await update(cause_ID, { parent_ID })
    for (const each of placed(cause_ID, causes.filter(cause => cause.parent_ID === parent_ID), position)) await update(each.ID, { position: each.position })
    return cause_ID
  },

  removeCause: async (ID, { cause_ID }) => {
    const { causes } = await searchedCause(ID, cause_ID)
    await DELETE.from(entities().CapaCauses).where({ ID: { in: branchOf(cause_ID, causes).map(cause => cause.ID) } })
    return cause_ID
  },

  markRootCause: async (ID, { cause_ID, isRootCause }) => {
    const { cause } = await searchedCause(ID, cause_ID)
    if (isRootCause !== false && cause.isRuledOut) fail(422, 'CAPA_CAUSE_IS_RULED_OUT', { target: 'cause_ID' })
    await update(cause_ID, { isRootCause: isRootCause !== false })
    return cause_ID
  },

  /** What is ruled out stays in the tree, with the evidence that ruled it out. */
  ruleOutCause: async (ID, { cause_ID, isRuledOut, evidence }) => {
    const { cause } = await searchedCause(ID, cause_ID)
    const given = evidence?.trim() || cause.evidence
    if (isRuledOut !== false && !given?.trim()) fail(422, 'CAPA_RULED_OUT_UNPROVEN', { target: 'evidence' })
    await update(cause_ID, { isRuledOut: isRuledOut !== false, evidence: given, ...(isRuledOut !== false && { isRootCause: false }) })
    return cause_ID
  }
}

async function searched(ID: string): Promise<{ found: CapaCase; causes: Cause[] }> {
  const found = await lockedCase(ID)
  await requirePhase(found, SEARCHING)
  return { found, causes: await causesOf(found) }
}

async function searchedCause(ID: string, cause_ID: string): Promise<{ causes: Cause[]; cause: Cause }> {
  const { causes } = await searched(ID)
  return { causes, cause: causeIn(causes, cause_ID, 'cause_ID') }
}

/** Of this case and cycle. */
const causeIn = (causes: Cause[], ID: string, target: string): Cause => causes.find(cause => cause.ID === ID) ?? fail(404, 'CAPA_CAUSE_UNKNOWN', { target })

/** An answer stays on the branch of the one above it unless somebody says otherwise. */
const branchAbove = (causes: Cause[], parent_ID: string | null) => (causes.find(cause => cause.ID === parent_ID) as { branch_code?: string | null } | undefined)?.branch_code ?? null

async function knownBranch(code: string | null | undefined): Promise<void> {
  if (code && !(await SELECT.one.from(entities().CauseBranches).columns('code').where({ code }))) fail(422, 'CAPA_CODE_UNKNOWN', { target: 'branch_code', args: [code] })
}

async function update(ID: string, changes: Record<string, unknown>): Promise<void> {
  await UPDATE(entities().CapaCauses, { ID } as never).with(changes as never)
}
