import type * as Api from '@opentelemetry/api'

let found: typeof Api | null | undefined

/** OpenTelemetry, where the installation has it: with `@cap-js/telemetry`, or by itself. Everything here does nothing without it. */
export function openTelemetry(): typeof Api | undefined {
  found ??= load()
  return found ?? undefined
}

/* eslint-disable @typescript-eslint/no-require-imports -- an optional peer */
function load(): typeof Api | null {
  try {
    return require('@opentelemetry/api')
  } catch {
    return null
  }
}
