import { fill, Money, placeholdersOf, type Value } from './text'

export interface TextPreview {
  subject: string
  body: string
  /** Placeholders that nothing is ever filled in for, such as a misspelt one. */
  unknown: string[]
}

/** One example for each placeholder that notices know. Names in each language, as codes have them. */
export const EXAMPLES: Record<string, Value> = {
  order: 'WO-000123', shortText: 'Spindle makes a loud noise', equipment: 'MIL-0850-2210', customer: 'Rheinwerk AG', site: 'Plant 2, Stuttgart',
  clock: { en: 'Fix', zh_CN: '修复', de: 'Reparatur' }, rule: { en: 'One Hour Left', zh_CN: '剩余一小时', de: 'Noch eine Stunde' },
  dueAt: new Date('2026-03-10T06:00:00Z'), firedAt: new Date('2026-03-10T05:00:00Z'), lateMinutes: 12, level: 2, person: 'Nora Lindqvist', comment: 'Please call the site first.',
  expectedAt: new Date('2026-03-11T15:00:00Z'), visitAt: new Date('2026-03-10T08:00:00Z'), completedAt: new Date('2026-03-11T14:20:00Z'), risk: 85,
  reason: { en: 'No Access to Equipment', zh_CN: '无法接触设备', de: 'Kein Zugang zum Gerät' }, compensation: [new Money('1250', 'EUR')]
}

/** A template as a reader would get it. */
export function previewOf(subject: string, body: string, language: string, timeZone: string): TextPreview {
  const unknown = [...new Set([...placeholdersOf(subject), ...placeholdersOf(body)])].filter(name => !(name in EXAMPLES))
  return { subject: fill(subject, EXAMPLES, language, timeZone), body: fill(body, EXAMPLES, language, timeZone), unknown }
}
