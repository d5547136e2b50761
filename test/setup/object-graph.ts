/**
 * Objects as text and back, with what JSON loses: properties that are not enumerable, objects without a prototype, and
 * places that share one object or lead in a circle. Functions and accessors are left out.
 */
type Value = string | number | boolean | null | [] | [number]
/** Kind, names of enumerable properties, names of the others, values of both; a value in brackets is the place of an object, or undefined. */
type Entry = ['object' | 'bare' | 'array', string[], string[], Value[]]

export function writeGraph(root: object): string {
  const places = new Map<object, number>(), found: object[] = []
  const place = (each: object): number => {
    if (!places.has(each)) places.set(each, found.push(each) - 1)
    return places.get(each)!
  }
  const valueOf = (value: unknown): Value => (value === undefined ? [] : value && typeof value === 'object' ? [place(value)] : value as Value)
  place(root)
  const entries: Entry[] = []
  for (const each of found) { // grows while it is gone through
    const properties = Object.entries(Object.getOwnPropertyDescriptors(each))
      .filter(([name, { value, get }]) => !get && typeof value !== 'function' && !(Array.isArray(each) && name === 'length'))
    const [shown, hidden] = [true, false].map(enumerable => properties.filter(([, property]) => property.enumerable === enumerable))
    const kind = Array.isArray(each) ? 'array' : Object.getPrototypeOf(each) ? 'object' : 'bare'
    entries.push([kind, shown.map(([name]) => name), hidden.map(([name]) => name), [...shown, ...hidden].map(([, { value }]) => valueOf(value))])
  }
  return JSON.stringify(entries)
}

export function readGraph(text: string): object {
  const entries = JSON.parse(text) as Entry[]
  const objects = entries.map(([kind]) => (kind === 'array' ? [] : kind === 'bare' ? Object.create(null) : {}) as Record<string, unknown>)
  entries.forEach(([, shown, hidden, values], at) => {
    const value = (index: number) => (Array.isArray(values[index]) ? objects[values[index][0]!] : values[index])
    shown.forEach((name, index) => { objects[at][name] = value(index) })
    hidden.forEach((name, index) => Object.defineProperty(objects[at], name, { value: value(shown.length + index), writable: true, configurable: true }))
  })
  return objects[0]
}
