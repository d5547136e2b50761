/** An answer to "why?" as the service keeps it. */
export interface Cause {
  ID: string
  cycle: number
  parent_ID: string | null
  position: number
  branch_code: string | null
  answer: string
  evidence: string | null
  isRootCause: boolean
  isRuledOut: boolean
}

/** An answer with those to the next "why?" below it. */
export interface Why extends Cause {
  /** 1 for the answers to the first "why?". */
  depth: number
  whys: Why[]
}

/** A branch of the fishbone with its answers, from the top of the tree down. */
export interface Bone { code: string; name: string; answers: Why[] }

/** Answers in their order, each below the one that it explains; what has lost its parent stands at the top. */
export function treeOf(causes: Cause[]): Why[] {
  const known = new Set(causes.map(({ ID }) => ID))
  const below = (parent: string | null, depth: number): Why[] => causes
    .filter(({ parent_ID }) => (parent_ID && known.has(parent_ID) ? parent_ID : null) === parent)
    .sort((a, b) => a.position - b.position)
    .map(cause => ({ ...cause, depth, whys: below(cause.ID, depth + 1) }))
  return below(null, 1)
}

export const flat = (whys: Why[]): Why[] => whys.flatMap(why => [why, ...flat(why.whys)])

/** Where an answer can go: under any other that does not stand below it. */
export function newParents(ID: string, tree: Why[]): Why[] {
  const all = flat(tree)
  const own = new Set(flat(all.filter(why => why.ID === ID)).map(why => why.ID))
  return all.filter(why => !own.has(why.ID))
}

/** All branches in their order, those without an answer too, and what is on none of them at the end. @param other the name for these */
export function bonesOf(tree: Why[], branches: { code: string; name: string }[], other: string): Bone[] {
  const all = flat(tree)
  const bones = branches.map(branch => ({ ...branch, answers: all.filter(why => why.branch_code === branch.code) }))
  const rest = all.filter(why => !branches.some(({ code }) => code === why.branch_code))
  return rest.length ? [...bones, { code: '', name: other, answers: rest }] : bones
}
