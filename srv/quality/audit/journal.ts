import cds from '@sap/cds'
import { grouped } from '../../grouped'
import { appendEvents, type Entry } from './appending'
import { contentHash, type Content } from './canonical'
import { changesBetween, type Changes } from './changes'
import { auditedByName, type Audited, type Column, type Form } from './model'
import { among, contents, keyText, type Key } from './reading'
import type { Runner } from './touching'

/** What somebody asked of the service in this transaction; without an ID it was asked of a row below the object. */
export interface Call { event: string; object?: string; objectID?: string; input: string | null }

type Note = Omit<Entry, 'at' | 'userId'> & { userId?: string }

interface Touched { audited: Audited; key: Key; before: Content | null }
interface Context { user: { id: string }; timestamp: Date; on(event: string, listener: () => Promise<void>): void }

const journals = new WeakMap<object, Journal>()

/** What one transaction does to audited records: noted while it runs, and written down in it, at its end. */
export class Journal {
  readonly calls: Call[] = []
  readonly notes: Note[] = []
  /** What has to be done before the records are read for the last time. */
  readonly lastly: (() => Promise<void>)[] = []
  private readonly touched = new Map<string, Promise<Touched>>()

  private constructor(private readonly context: Context) {
    context.on('commit', () => this.write(cds.db.tx(context as never) as unknown as Runner))
  }

  /** The journal of the transaction at hand. */
  static of(context: { context?: unknown }): Journal {
    const root = (context.context ?? context) as Context
    const known = journals.get(root)
    if (known) return known
    const journal = new Journal(root)
    journals.set(root, journal)
    return journal
  }

  /** Before a statement changes records: holds them against others and keeps them as they are now. */
  async keepBefore(audited: Audited, keys: Key[], db: Runner): Promise<void> {
    const unknown = [...new Map(keys.map(key => [keyText(audited, key), key]))].filter(([text]) => !this.touched.has(idOf(audited, text)))
    if (unknown.length) {
      const states = readHeld(audited, unknown.map(([, key]) => key), db)
      for (const [text, key] of unknown) this.touched.set(idOf(audited, text), states.then(found => ({ audited, key, before: found.get(text) ?? null })))
    }
    await Promise.all(keys.map(key => this.touched.get(idOf(audited, keyText(audited, key)))))
  }

  /** After a statement has made records that were not there. */
  keepCreated(audited: Audited, keys: Key[]): void {
    for (const key of keys) {
      const id = idOf(audited, keyText(audited, key))
      if (!this.touched.has(id)) this.touched.set(id, Promise.resolve({ audited, key, before: null }))
    }
  }

  private async write(db: Runner): Promise<void> {
    for (const each of this.lastly.splice(0)) await each()
    const touched = await Promise.all(this.touched.values())
    const after = await statesOf(touched, db)
    const { user, timestamp } = this.context
    const entries: Note[] = [...touched.flatMap(each => this.entryOf(each, after.get(idOf(each.audited, keyText(each.audited, each.key))) ?? null)), ...this.callsWithoutChange(touched), ...this.notes]
    if (entries.length) await appendEvents(entries.map(entry => ({ userId: user.id, ...entry, at: timestamp.toISOString() })), db)
  }

  private entryOf({ audited, key, before }: Touched, after: Content | null): Omit<Entry, 'at' | 'userId'>[] {
    const objectID = keyText(audited, key)
    const call = this.calls.find(({ object, objectID: of }) => object === audited.object && (of === undefined || of === objectID))
    const changes = changesBetween(before, after)
    if (!Object.keys(changes).length && !(call && after)) return []
    const event = call?.event ?? (before ? (after ? 'UPDATE' : 'DELETE') : 'CREATE')
    const number = (after ?? before)?.number ?? null
    return [{
      object: audited.object, objectID, objectNumber: number as string | null, event, changes: JSON.stringify(masked(changes, audited)), input: call?.input ?? this.onlyCall(),
      stateBefore: contentHash(before), stateAfter: contentHash(after)
    }]
  }

  /** What was asked of another object, for instance of the order that a notification was raised from. */
  private onlyCall(): string | null {
    const [call, ...more] = this.calls
    return call && !more.length ? JSON.stringify({ by: call.event, ...(call.object && { object: call.object, objectID: call.objectID }) }) : null
  }

  /** An action that was called and changed nothing of its record is an event as well. */
  private callsWithoutChange(touched: Touched[]): Omit<Entry, 'at' | 'userId'>[] {
    const seen = new Set(touched.map(({ audited, key }) => idOf(audited, keyText(audited, key))))
    return this.calls
      .filter(({ object, objectID }) => object && objectID && auditedByName(object) && !seen.has(`${object} ${objectID}`))
      .map(({ event, object, objectID, input }) => ({ object: object!, objectID: objectID!, objectNumber: null, event, changes: null, input }))
  }
}

const idOf = ({ object }: Audited, key: string): string => `${object} ${key}`

/** Locks the rows first, so that what is read is what the statement finds; SQLite has one writer anyway. */
async function readHeld(audited: Audited, keys: Key[], db: Runner): Promise<Map<string, Content>> {
  if ((cds.db as unknown as { kind: string }).kind !== 'sqlite') {
    const held = SELECT.from(audited.entity).columns(...(audited.keys as never[])).where(among(audited, keys) as never).orderBy(...(audited.keys as never[])).forUpdate()
    await db.run(held)
  }
  return contents(audited, keys, db)
}

async function statesOf(touched: Touched[], db: Runner): Promise<Map<string, Content>> {
  const states = new Map<string, Content>()
  for (const of of grouped(touched, ({ audited }) => audited.object).values()) {
    const { audited } = of[0]
    for (const [text, content] of await contents(audited, of.map(({ key }) => key), db)) states.set(idOf(audited, text), content)
  }
  return states
}

/** Contact data and names are told as changed, without what they were. */
function masked(changes: Changes, form: Form): Changes {
  const hide = (value: unknown) => (value === null ? null : '•••')
  return Object.fromEntries(Object.entries(changes).map(([path, { before, after }]) =>
    [path, columnAt(form, path.split('/'))?.isPersonal ? { before: hide(before), after: hide(after) } : { before, after }]))
}

/** Keys may have slashes as well, but names of lists and the last step don't. */
function columnAt(form: Form, steps: string[]): Column | undefined {
  const child = steps.length > 1 ? form.children.find(({ list }) => list === steps[0]) : undefined
  return child ? columnAt(child, steps.slice(1 + child.keys.length)) : form.columns.find(({ name }) => name === steps.at(-1))
}
