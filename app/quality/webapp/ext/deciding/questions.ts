/** What the rules say for one authority; `inputs` are the answers that they were asked with, as JSON. */
export interface Proposal {
  authority_code: string
  ruleSet_code: string | null
  text: string | null
  paragraph: string | null
  isReportable: boolean
  dueOn: string | null
  inputs: string | null
}

export interface Question { code: string; name: string }

/** A question with its answer, where there is one. */
export interface Asked extends Question { answer: string }

/** Not known. */
export const OPEN = 'open'

/** What is known of the answers, by question. */
export const answersIn = (json: string | null | undefined): Record<string, string> => {
  const known = JSON.parse(json || '{}') as Record<string, unknown>
  return Object.fromEntries(Object.entries(known).filter(([, answer]) => answer === 'yes' || answer === 'no') as [string, string][])
}

/** The questions that the rules of one authority look at, in their order. @param conditions of these rules, as JSON */
export function questionsFor(questions: Question[], conditions: (string | null)[]): Question[] {
  const used = new Set(conditions.flatMap(condition => Object.keys(JSON.parse(condition || '{}') as object)))
  return used.size ? questions.filter(({ code }) => used.has(code)) : questions
}

/** Only what was answered: what is left open is for the rules. */
export const inputsOf = (asked: Asked[]): string => JSON.stringify(Object.fromEntries(asked.filter(({ answer }) => answer !== OPEN).map(({ code, answer }) => [code, answer])))

export const messageOf = (refusal: unknown): string => (refusal as { message: string }).message
