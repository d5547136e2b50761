/** What a GS1 application identifier holds (GS1 General Specifications, section 3.2). */
export interface ApplicationIdentifier {
  /** Digits only, else the 82 characters of GS1. */
  isNumeric?: boolean
  shortest: number
  longest: number
  /** Its first digits end in a check digit: how many. */
  checked?: number
  isDate?: boolean
}

const text = (longest: number): ApplicationIdentifier => ({ shortest: 1, longest })
const digits = (length: number): ApplicationIdentifier => ({ isNumeric: true, shortest: length, longest: length })
const count = (longest: number): ApplicationIdentifier => ({ isNumeric: true, shortest: 1, longest })
const checked = (length: number, upTo = length): ApplicationIdentifier => ({ ...digits(length), checked: upTo })
const date: ApplicationIdentifier = { ...digits(6), isDate: true }

/** Those that say something of a spare part or are common on its label; all others are passed over by their lengths. */
const IDENTIFIERS: Record<string, ApplicationIdentifier> = {
  '00': checked(18), '01': checked(14), '02': checked(14), '03': checked(14),
  '10': text(20), '11': date, '12': date, '13': date, '15': date, '16': date, '17': date,
  '20': digits(2), '21': text(20), '22': text(20), '235': text(28), '240': text(30), '241': text(30), '242': count(6), '250': text(30), '251': text(30),
  '30': count(8), '37': count(8), '7003': digits(10), '8003': { shortest: 14, longest: 30, checked: 14 }, '8004': text(30), '8006': checked(18, 14)
}

/** By its first two digits: how long an identifier is (figure 7.8.5-1), and whether its value has one length and so no end sign. */
const LENGTHS: [from: number, to: number, length: number, value?: number][] = [
  [0, 0, 2, 18], [1, 3, 2, 14], [10, 10, 2], [11, 13, 2, 6], [15, 17, 2, 6], [20, 20, 2, 2], [21, 22, 2], [23, 25, 3], [30, 30, 2], [31, 36, 4, 6],
  [37, 37, 2], [39, 39, 4], [40, 40, 3], [41, 41, 3, 13], [42, 42, 3], [43, 43, 4], [70, 70, 4], [71, 71, 3], [72, 72, 4], [80, 82, 4], [90, 99, 2]
]
const LONGEST = 90

/** The identifier that a text begins with, and what it holds; none for digits that GS1 has given to nothing. */
export function identifierAt(content: string): { ai: string; holds: ApplicationIdentifier } | undefined {
  const prefix = /^\d{2}/.exec(content)?.[0]
  const range = LENGTHS.find(([from, to]) => prefix !== undefined && Number(prefix) >= from && Number(prefix) <= to)
  const ai = range && content.slice(0, range[2])
  if (!ai || !/^\d+$/.test(ai) || ai.length < range[2]) return undefined
  return { ai, holds: IDENTIFIERS[ai] ?? (range[3] ? digits(range[3]) : text(LONGEST)) }
}
