import { Instance } from './instance'

/** A further instance of the service on one database. */
export class FinanceInstance extends Instance {
  constructor(environment: Record<string, string>) {
    super('finance-process.ts', environment)
  }

  async url(): Promise<string> {
    return `http://localhost:${await this.ask({})}`
  }
}
