/** Work of this process that has to come to its end before the process does: rounds, messages that are being sent. */
const underWay = new Set<Promise<unknown>>()

/** Has a shutdown wait for this work, as long as its limit allows. */
export function finishBeforeEnd<T>(work: Promise<T>): Promise<T> {
  const ended: Promise<unknown> = work.then(() => {}, () => {}).finally(() => underWay.delete(ended))
  underWay.add(ended)
  return work
}

export async function untilDone(): Promise<void> {
  while (underWay.size) await Promise.all(underWay)
}
