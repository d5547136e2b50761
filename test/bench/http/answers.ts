import { request } from './load'
import type { Pair } from './pairs'

/** What a pair of reads answers that makes it no pair: other values, or no rows at all. Nothing where both answer the same. */
export async function difference(url: string, { ours, floor }: Pair): Promise<string | undefined> {
  const [a, b] = [await request(url, ours, 1), await request(url, floor, 1)]
  if (a.status >= 300 || b.status >= 300) return `${a.status} and ${b.status}: ${(a.status >= 300 ? a : b).text.slice(0, 200)}`
  const [mine, plain] = [valuesOf(a.text), valuesOf(b.text)]
  if (!plain.size) return 'no rows'
  const only = (some: Set<string>, others: Set<string>) => [...some].filter(value => !others.has(value))
  const [more, fewer] = [only(mine, plain), only(plain, mine)]
  return more.length + fewer.length ? `ours alone: ${more.slice(0, 3).join(', ') || '–'}; the floor's alone: ${fewer.slice(0, 3).join(', ') || '–'}` : undefined
}

/** All values of an answer, wherever they stand, without those that only CAP's drafts add. */
function valuesOf(text: string): Set<string> {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (node && typeof node === 'object') Object.entries(node).filter(([name]) => !/^@|^IsActiveEntity$/.test(name)).forEach(([, value]) => visit(value))
    else found.add(String(node))
  }
  visit(JSON.parse(text))
  return found
}
