/** Ticks per minute. Durations and earliest times are rounded up, latest times down: what holds in ticks holds on the exact numbers. */
export const TICKS = 1000

export const up = (minutes: number): number => Math.ceil(minutes * TICKS - 1e-6)
export const down = (minutes: number): number => Math.floor(minutes * TICKS + 1e-6)
