const REAL = [
  'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'
] as const

/** Sets the application's clock to an instant; it stands still until the next call. Timers stay real. */
export function setTime(instant: string): void {
  jest.useFakeTimers({ doNotFake: [...REAL], now: new Date(instant) })
}

afterEach(() => {
  jest.useRealTimers()
})
