/** One thing that a request says: `costObject.costCenter` is `10101301`; a quantity has its unit, an amount its currency. */
export interface Fact {
  name: string
  value: string
  unit?: string
}

/** A request to the host as people read it. */
export interface RequestFacts {
  facts: Fact[]
  /** Names of all that the lines say, in the order in which they say it first; figures come last. */
  columns: string[]
  /** One row per item or line, a fact or nothing per column. */
  rows: (Fact | undefined)[][]
}

type Node = Record<string, unknown>

/** Figures, and the field beside them that says what they count. */
const UNITS: Record<string, string> = { quantity: 'unit', amount: 'currency' }

/**
 * Takes a request apart: what holds for the whole document, and its items or lines as a table.
 *
 * @param payload JSON of one of the requests in srv/host-erp/ports.ts
 * @returns nothing when the text is no JSON object
 */
export function factsOf(payload: string | null | undefined): RequestFacts | undefined {
  const request = parsed(payload)
  if (!request) return undefined
  const [listName] = Object.keys(request).filter(name => isList(request[name]))
  const { [listName]: list = [], ...others } = request
  const lines = (list as Node[]).map(line => flattened(line))
  const columns = [...new Set(lines.flatMap(facts => facts.map(fact => fact.name)))].sort((a, b) => Number(isFigure(a)) - Number(isFigure(b)))
  return { facts: flattened(others), columns, rows: lines.map(facts => columns.map(name => facts.find(fact => fact.name === name))) }
}

/** Whether values of this name are figures, which stand right-aligned. */
export const isFigure = (name: string) => name in UNITS

function parsed(payload: string | null | undefined): Node | undefined {
  try {
    const request: unknown = JSON.parse(payload ?? '')
    return isNode(request) ? request : undefined
  } catch {
    return undefined
  }
}

/** A part that is made of parts becomes several facts, named by their path; a list of values becomes one. */
function flattened(node: Node, path = ''): Fact[] {
  const units = Object.entries(UNITS).filter(([figure]) => node[figure] !== undefined).map(([, unit]) => unit)
  return Object.entries(node).flatMap(([key, value]): Fact[] => {
    const name = path + key
    if (value === null || value === undefined || value === '' || units.includes(key)) return []
    if (Array.isArray(value)) return value.length ? [{ name, value: value.map(inOneLine).join(', ') }] : []
    if (isCatalogCode(value)) return [{ name, value: inOneLine(value) }]
    if (isNode(value)) return flattened(value, `${name}.`)
    const unit = node[UNITS[key]]
    return [{ name, value: String(value), ...(unit ? { unit: String(unit) } : {}) }]
  })
}

function inOneLine(value: unknown): string {
  if (isCatalogCode(value)) return `${value.codeGroup} ${value.code}`
  return isNode(value) ? Object.values(value).map(inOneLine).join(' ') : String(value)
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown) => Array.isArray(value) && value.every(isNode)
const isCatalogCode = (value: unknown): value is Node => isNode(value) && 'codeGroup' in value && 'code' in value
