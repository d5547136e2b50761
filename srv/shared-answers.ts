import { PerTenant } from './tenants'

/**
 * Answers to questions that take long, shared by all who ask the same: who asks while somebody is being answered gets that answer, and so does
 * who asks within its freshness. A failure is told to those who waited for it and then forgotten.
 * No tenant gets an answer that was given to another.
 */
export class SharedAnswers<Answer> {
  private readonly kept = new PerTenant(() => new Map<string, Promise<Answer>>())

  /** @param freshness milliseconds that an answer is good for */
  of(question: string, freshness: number, ask: () => Promise<Answer>): Promise<Answer> {
    const answers = this.kept.here(), known = answers.get(question)
    if (known) return known
    const answer = ask()
    answers.set(question, answer)
    const forget = () => { if (answers.get(question) === answer) answers.delete(question) }
    // Its age counts from the moment of asking: the answer may be from then.
    const timer = setTimeout(forget, freshness)
    timer.unref()
    answer.catch(() => { clearTimeout(timer); forget() })
    return answer
  }
}
