import { identifierAt, type ApplicationIdentifier } from './application-identifiers'
import { hasCheckDigit } from './check-digit'
import { gs1Date } from './gs1-date'

/** An application identifier with its value, as it stands in the code. */
export interface Element { ai: string; value: string }

/** Why a code can't be read: key of its sentence in `_i18n/messages.properties` and what fills it. */
export interface ScanProblem { key: string; args: (string | number)[] }

export type ElementString = { elements: Element[] } | { problem: ScanProblem }

/** What scanners send for FNC1, the end of a value. */
export const END = '\u001d'
/** The characters that values may have (GS1 General Specifications, figure 7.11-1). */
const CHARACTERS = /^[!"%-?A-Z_a-z]*$/

const problem = (key: string, ...args: (string | number)[]) => ({ problem: { key, args } })

/**
 * Reads what a scanner sends of a GS1 code: identifier and value, one after the other; values of no fixed length end with FNC1. An end
 * sign where none is needed does no harm.
 */
export function readElementString(content: string, today: string): ElementString {
  const elements: Element[] = []
  let rest = content
  while ((rest = withoutEnds(rest))) {
    const found = identifierAt(rest)
    if (!found) return problem('SCAN_IDENTIFIER_UNKNOWN', shown(rest.slice(0, 4)))
    const { ai, holds } = found
    const [upToEnd] = rest.slice(ai.length).split(END, 1)
    const value = holds.shortest === holds.longest ? upToEnd.slice(0, holds.longest) : upToEnd
    rest = rest.slice(ai.length + value.length)
    elements.push({ ai, value })
  }
  return checkedElements(elements, today)
}

function withoutEnds(content: string): string {
  return content.startsWith(END) ? withoutEnds(content.slice(1)) : content
}

/** Reads what people type from below a code: `(01)09501101530003(17)261231(10)AB-123`. */
export function readTypedElements(content: string, today: string): ElementString {
  const elements: Element[] = []
  for (const [, ai, value] of content.matchAll(/\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)*)/gsu)) {
    if (identifierAt(ai)?.ai !== ai) return problem('SCAN_IDENTIFIER_UNKNOWN', ai)
    elements.push({ ai, value: value.trim() })
  }
  return checkedElements(elements, today)
}

function checkedElements(elements: Element[], today: string): ElementString {
  const known = new Map<string, string>()
  for (const { ai, value } of elements) {
    const wrong = problemOf(ai, value, identifierAt(ai)!.holds, today)
    if (wrong) return wrong
    if ((known.get(ai) ?? value) !== value) return problem('SCAN_IDENTIFIER_TWICE', ai, known.get(ai)!, value)
    known.set(ai, value)
  }
  return elements.length ? { elements } : problem('SCAN_EMPTY')
}

function problemOf(ai: string, value: string, { isNumeric, shortest, longest, checked, isDate }: ApplicationIdentifier, today: string) {
  if (value.length < shortest) return problem('SCAN_VALUE_SHORT', ai, shown(value), shortest)
  if (value.length > longest) return problem('SCAN_VALUE_LONG', ai, shown(value), longest)
  if (isNumeric && !/^\d+$/.test(value)) return problem('SCAN_VALUE_NOT_DIGITS', ai, shown(value))
  if (!CHARACTERS.test(value)) return problem('SCAN_CHARACTER_FORBIDDEN', ai, shown(value))
  if (checked && !hasCheckDigit(value.slice(0, checked))) return problem('SCAN_CHECK_DIGIT_WRONG', value.slice(0, checked))
  if ((isDate || ai === '7003') && !gs1Date(value.slice(0, 6), today)) return problem('SCAN_DATE_IMPOSSIBLE', ai, value)
}

/** What a message can show: control characters and the rest of something endless left out. */
export const shown = (value: string): string => value.replace(/\p{C}/gu, '').slice(0, 40)
