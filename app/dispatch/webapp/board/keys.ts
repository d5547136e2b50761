/**
 * Arrow keys go from card to card and from row to row, so that a board with hundreds of visits is one stop of the tabulator.
 *
 * @returns whether the key meant something here
 */
export function moveFocus(root: Element, from: Element, key: string): boolean {
  const row = from.closest('.asRow')
  if (!row) return false
  const rows = [...root.querySelectorAll('.asRow')]
  const stops = (of: Element | undefined) => [...(of?.querySelectorAll<HTMLElement>('.asName, .asVisit') ?? [])]
  const own = stops(row), index = own.indexOf(from as HTMLElement)
  const rowAt = (step: number) => stops(rows[rows.indexOf(row) + step])[0]
  const target = { ArrowRight: own[index + 1], ArrowLeft: own[index - 1], ArrowDown: rowAt(1), ArrowUp: rowAt(-1), Home: stops(rows[0])[0], End: stops(rows.at(-1))[0] }[key]
  if (!target) return false
  root.querySelectorAll('[tabindex="0"]').forEach(stop => stop.setAttribute('tabindex', '-1'))
  target.setAttribute('tabindex', '0')
  target.focus()
  return true
}
