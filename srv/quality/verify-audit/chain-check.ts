import type { Value } from '../audit/canonical'
import { eventHash, REGISTRY, registrationID, schemeOf, type AuditEvent, type Keys } from '../audit/chain'
import type { Changes } from '../audit/changes'
import type { Report } from './finding'

/** From when on all rows have to be hashed with a key. */
export interface Rules { keys: Keys; keyedSince?: string }

/** What the rows of one chain say in the end. */
export interface Chain {
  object: string
  objectID: string
  length: number
  lastHash: string | null
  lastID: string
  /** Hash of the record after the last change of it; null: it was deleted; undefined: no event tells. */
  state: string | null | undefined
  /** Last value of each field that was ever changed. */
  values: Map<string, Value>
}

/** Follows the rows of one chain in their order and tells of the first one that does not fit; what follows it can't be judged. */
export class ChainCheck {
  private chain: Chain
  private isBroken = false

  constructor({ object, objectID }: AuditEvent, private readonly rules: Rules, private readonly report: Report) {
    this.chain = { object, objectID, length: 0, lastHash: null, lastID: '', state: undefined, values: new Map() }
  }

  /** Whether a row belongs here. */
  holds = ({ object, objectID }: AuditEvent): boolean => object === this.chain.object && objectID === this.chain.objectID

  follow(row: AuditEvent): void {
    const wrong = this.isBroken ? undefined : this.wrongWith(row)
    if (wrong) {
      this.isBroken = true
      this.report({ table: 'AuditEvents', object: row.object, objectID: row.objectID, ID: row.ID, sequence: row.sequence, text: wrong })
    }
    this.remember(row)
  }

  /** @returns nothing where a row was wrong: it is told already */
  end = (): Chain | undefined => (this.isBroken ? undefined : this.chain)

  private wrongWith(row: AuditEvent): string | undefined {
    const { length, lastHash, state } = this.chain
    if (row.sequence > length + 1) return `${row.sequence - length - 1 === 1 ? 'the row' : `the ${row.sequence - length - 1} rows`} before it ${row.sequence - length - 1 === 1 ? 'is' : 'are'} missing`
    if (row.sequence !== length + 1) return `its sequence stands there twice or was never given`
    if ((row.previousHash ?? null) !== lastHash) return 'previousHash is not the hash of the row before it'
    const hash = eventHash(row, this.rules.keys)
    if (hash === undefined) return `it was hashed as ${row.scheme}, which is unknown here or whose key is`
    if (hash !== row.hash) return 'its columns do not give its hash: one of them was changed'
    const { keyedSince } = this.rules
    if (keyedSince && row.at >= keyedSince && row.scheme !== schemeOf(this.rules.keys) && row.scheme.endsWith('sha256')) return 'it is hashed without the key'
    if (tellsState(row) && state !== undefined && (row.stateBefore ?? null) !== state) return 'before it the record was changed past the service, or rows are missing'
    if (row.object === REGISTRY) return wrongRegistration(row)
    return undefined
  }

  private remember(row: AuditEvent): void {
    const { chain } = this
    chain.length = row.sequence
    chain.lastHash = row.hash
    chain.lastID = row.ID
    if (!tellsState(row)) return
    chain.state = row.stateAfter ?? null
    for (const [path, { after }] of Object.entries(changesIn(row.changes))) chain.values.set(path, after)
  }
}

const tellsState = ({ stateBefore, stateAfter }: AuditEvent) => stateBefore !== null || stateAfter !== null

/** Of a row as it is stored; nothing where it is no JSON, which its hash shows. */
export function changesIn(changes: string | null): Changes {
  try {
    return JSON.parse(changes ?? '{}') as Changes
  } catch {
    return {}
  }
}

/** The chain that an event of a register stands for. */
export function registered({ input }: AuditEvent): { object: string; objectID: string } {
  try {
    return JSON.parse(input ?? '{}') as { object: string; objectID: string }
  } catch {
    return { object: '', objectID: '' }
  }
}

function wrongRegistration(row: AuditEvent): string | undefined {
  const { object, objectID } = registered(row)
  return row.ID === registrationID(object, objectID) ? undefined : 'its ID is not that of the chain which it registers'
}
