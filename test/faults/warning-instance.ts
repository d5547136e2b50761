import { Instance } from './instance'

export interface Counts { warnings: Record<string, number>; mails: Record<string, number>; warned: number; tasks: number }

/** An instance of the service that gives warnings. */
export class WarningInstance extends Instance {
  constructor(environment: Record<string, string>) {
    super('warnings-process.ts', environment)
  }

  closeSamples(): Promise<unknown> {
    return this.ask({ close: true })
  }

  seed(count: number): Promise<unknown> {
    return this.ask({ seed: count })
  }

  counts(): Promise<Counts> {
    return this.ask({ count: true }) as Promise<Counts>
  }

  /** Gives what is due; answers with the milliseconds that it took. */
  give(): Promise<number> {
    return this.ask({ give: true }) as Promise<number>
  }
}
