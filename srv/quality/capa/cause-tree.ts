/** An answer to "why?", under the answer before it. */
export interface Cause {
  ID: string
  parent_ID: string | null
  position: number
  answer: string | null
  evidence: string | null
  isRootCause: boolean
  isRuledOut: boolean
}

/** Five whys, and as many again where they don't lead to the bottom. */
export const DEEPEST = 10

/** From the answer up to the top, itself first. Ends where a row is missing or comes round again. */
export function chainOf(ID: string, causes: Cause[]): Cause[] {
  const byID = new Map(causes.map(cause => [cause.ID, cause]))
  const chain: Cause[] = []
  for (let cause = byID.get(ID); cause && !chain.includes(cause); cause = cause.parent_ID ? byID.get(cause.parent_ID) : undefined) chain.push(cause)
  return chain
}

/** The answer with all that stand below it. */
export function branchOf(ID: string, causes: Cause[]): Cause[] {
  const found = causes.filter(cause => cause.ID === ID)
  for (const { ID: parent } of found) found.push(...causes.filter(cause => cause.parent_ID === parent && !found.includes(cause)))
  return found
}

/** How many answers stand above one another in the branch, itself counted. */
export const heightOf = (ID: string, causes: Cause[]): number =>
  Math.max(0, ...branchOf(ID, causes).map(each => chainOf(each.ID, causes).findIndex(cause => cause.ID === ID) + 1))

/** Whether the answer would stand under itself there. */
export const isBelowItself = (ID: string, parent_ID: string | null, causes: Cause[]): boolean =>
  parent_ID !== null && chainOf(parent_ID, causes).some(cause => cause.ID === ID)

/** Whether the tree would become deeper than `DEEPEST`. */
export const isTooDeep = (height: number, parent_ID: string | null, causes: Cause[]): boolean =>
  (parent_ID ? chainOf(parent_ID, causes).length : 0) + height > DEEPEST

/**
 * New positions of the answers under one parent when one of them goes to a place, counted from 1; at the end without one.
 *
 * @returns only those that change
 */
export function placed(ID: string, siblings: Cause[], position?: number | null): { ID: string; position: number }[] {
  const others = siblings.filter(cause => cause.ID !== ID).sort((a, b) => a.position - b.position)
  const at = position ? Math.min(Math.max(position, 1), others.length + 1) - 1 : others.length
  const order = [...others.slice(0, at).map(cause => cause.ID), ID, ...others.slice(at).map(cause => cause.ID)]
  const known = new Map(siblings.map(cause => [cause.ID, cause.position]))
  return order.map((each, index) => ({ ID: each, position: index + 1 })).filter(each => known.get(each.ID) !== each.position)
}

/** What a root cause lacks: an answer or evidence somewhere up to the top, or it was ruled out on the way. */
export type Gap = 'answer' | 'evidence' | 'ruledOut'

export function gapOf(ID: string, causes: Cause[]): { gap: Gap; cause: Cause } | undefined {
  for (const cause of chainOf(ID, causes)) {
    if (cause.isRuledOut) return { gap: 'ruledOut', cause }
    if (!cause.answer?.trim()) return { gap: 'answer', cause }
    if (!cause.evidence?.trim()) return { gap: 'evidence', cause }
  }
}
