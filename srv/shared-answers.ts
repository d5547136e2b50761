/**
 * Answers to questions that take long, shared by all who ask the same: who asks while somebody is being answered gets that answer, and so does
 * who asks within its freshness. A failure is told to those who waited for it and then forgotten.
 */
export class SharedAnswers<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>()

  /** @param freshness milliseconds that an answer is good for */
  of(question: string, freshness: number, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(question)
    if (known) return known
    const answer = ask()
    this.answers.set(question, answer)
    const forget = () => { if (this.answers.get(question) === answer) this.answers.delete(question) }
    // Its age counts from the moment of asking: the answer may be from then.
    const timer = setTimeout(forget, freshness)
    timer.unref()
    answer.catch(() => { clearTimeout(timer); forget() })
    return answer
  }
}
