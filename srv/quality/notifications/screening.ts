/**
 * Screening for patient harm: three questions, asked at intake and again at completion. An answer is "yes", "no" or "unknown"; unknown counts as yes
 * until somebody clears it.
 */

export type Answer = 'yes' | 'no' | 'unknown'

/** What was harm, what may become harm, what went wrong in use. */
export const QUESTIONS = ['Harm', 'Potential', 'Malfunction'] as const
export type Question = (typeof QUESTIONS)[number]
type Moment = 'intake' | 'completion'
export type Screening = Partial<Record<`${Moment}${Question}_code`, string | null>>

/** The answer as given at one time; none is unknown. */
export const answerOf = (screening: Screening, moment: Moment, question: Question): Answer => (screening[`${moment}${question}_code`] as Answer | null | undefined) ?? 'unknown'

/** The later answer is the better one, if it says something. */
export function standingAnswer(screening: Screening, question: Question): Answer {
  const later = answerOf(screening, 'completion', question)
  return later === 'unknown' ? answerOf(screening, 'intake', question) : later
}

/** What the rules of the authorities are asked with: unknown counts as yes. */
export function harmInputs(screening: Screening): Record<Question, boolean> {
  return Object.fromEntries(QUESTIONS.map(question => [question, standingAnswer(screening, question) !== 'no'])) as Record<Question, boolean>
}

/** Somebody has to decide whether authorities must hear of it. */
export const mayBeReportable = (screening: Screening, isMedical: boolean): boolean => isMedical && Object.values(harmInputs(screening)).some(Boolean)

/** The questions that nobody answered with yes or no at that time. */
export const openQuestions = (screening: Screening, moment: Moment): Question[] => QUESTIONS.filter(question => answerOf(screening, moment, question) === 'unknown')
