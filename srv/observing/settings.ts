import cds from '@sap/cds'

/** How the process tells how it is, and how it ends: `cds.requires.observing`. Times in milliseconds. See docs/operations.md. */
export interface ObservingSettings {
  readiness: {
    /** So long the database may take to answer. */
    timeout: number
    /** So long an answer holds: whoever asks meanwhile gets the same one. */
    cache: number
  }
  shutdown: {
    /** Between saying "not ready" and closing the door: so long a platform may go on sending requests here. */
    delay: number
    /** So long requests, messages and rounds under way may take to come to their end. Cloud Foundry kills after 10 seconds, Kubernetes after 30. */
    limit: number
  }
  /** Figures in Prometheus' text form: off, unless there is a port of their own or a token for `/metrics`. */
  metrics: {
    port?: number
    /** Which network the port listens to. */
    address: string
    /** At least 16 characters; `/metrics` then answers who sends it as a bearer token. */
    token?: string
    /** So long figures from the database hold. */
    cache: number
  }
}

type Given = { [K in keyof ObservingSettings]?: Partial<ObservingSettings[K]> }

export function observingSettings(): ObservingSettings {
  const given = (cds.env.requires as Record<string, Given | undefined>).observing
  return {
    readiness: { timeout: 2_000, cache: 1_000, ...given?.readiness },
    shutdown: { delay: 0, limit: 7_000, ...given?.shutdown },
    metrics: { address: '127.0.0.1', cache: 15_000, ...given?.metrics }
  }
}
