import type { Chance } from './chance'
import type { Field, ServiceMetadata, Shape } from './metadata'

export type Row = Record<string, unknown>
const MOST = 60

/** What the fuzzer has seen: rows by service and type, and values by the name of their property, so that it can ask for what is there. */
export class Pool {
  private readonly rows = new Map<string, Row[]>()
  private readonly values = new Map<string, unknown[]>()

  add({ namespace }: ServiceMetadata, type: string, row: Row, first = false): void {
    const rows = this.listOf(this.rows, `${namespace}.${type}`)
    if (rows.length >= MOST) rows.splice(first ? MOST - 1 : 20 + (rows.length % 40), 1)
    rows.push(row)
    for (const [name, value] of Object.entries(row)) {
      if (value === null || typeof value === 'object' || name.startsWith('@')) continue
      const values = this.listOf(this.values, name)
      if (values.length < MOST * 2 && !values.includes(value)) values.push(value)
    }
  }

  rowOf({ namespace }: ServiceMetadata, type: string, chance: Chance): Row | undefined {
    const rows = this.rows.get(`${namespace}.${type}`)
    return rows?.length ? chance.from(rows) : undefined
  }

  /** A value that this field could have: of the association's target, of properties of the same name, of what a code list of that name offers. */
  valueOf(metadata: ServiceMetadata, field: Field, shape: Shape | undefined, chance: Chance): unknown {
    const navigation = shape?.navigations.find(({ foreignKeys }) => foreignKeys.some(({ own }) => own === field.name))
    const target = navigation && this.rowOf(metadata, navigation.type, chance)
    if (target) return target[navigation.foreignKeys.find(({ own }) => own === field.name)!.other]
    const [, stem, key] = /^(?:new|old|other|for|to|from)?([A-Za-z]+)_(ID|code)$/.exec(field.name) ?? []
    if (stem) {
      const types = [...metadata.shapes.values()].filter(({ name, keys }) => keys.includes(key) && name.toLowerCase().includes(stem.toLowerCase()))
      const row = types.length ? this.rowOf(metadata, chance.from(types).name, chance) : undefined
      if (row) return row[key]
    }
    const values = this.values.get(field.name) ?? (field.type === 'Edm.Guid' ? this.values.get('ID') : undefined)
    return values?.length ? chance.from(values) : undefined
  }

  private listOf<T>(lists: Map<string, T[]>, key: string): T[] {
    if (!lists.has(key)) lists.set(key, [])
    return lists.get(key)!
  }
}
