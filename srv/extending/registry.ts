/** What an installation adds to a capability, by code. Filled while the server starts, before anything is asked of it. */
export class Registry<T> {
  private readonly all = new Map<string, T>()

  /** @param what it is that is registered, for errors */
  constructor(private readonly what: string) {}

  /** @throws when the code is taken: of two that mean the same name nobody would know which one counts */
  add(code: string, entry: T): void {
    if (this.all.has(code)) throw new Error(`The ${this.what} '${code}' is registered already`)
    this.all.set(code, entry)
  }

  get(code: string): T | undefined {
    return this.all.get(code)
  }

  values(): T[] {
    return [...this.all.values()]
  }
}

/** @throws with the sentence when the condition does not hold: whoever registers learns it at the start, not from a user */
export function demand(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}
