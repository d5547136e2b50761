/** Today in the host's calendar. */
export const today = () => new Date().toISOString().slice(0, 10)
export const timeNow = () => new Date().toISOString().slice(11, 19)
/** A change stamp that is later than every one before, so that an ETag changes with every change. */
export function changeStamp(): string {
  last = Math.max(last + 1, Date.now())
  return new Date(last).toISOString()
}
let last = 0

/** The same without fractions of a second, for fields that have none. */
export const toSeconds = (stamp: string) => stamp.slice(0, 19) + 'Z'
