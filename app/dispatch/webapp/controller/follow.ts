import type View from 'sap/ui/core/mvc/View'

/** How often the board asks whether anything has changed, in milliseconds. */
const EVERY = 8_000

/**
 * Calls `look` every few seconds while the page is in view, until it fails: a server that is away is not asked again and again.
 *
 * @returns what ends it
 */
export function follow(view: View, look: () => Promise<unknown>, lost: () => void): () => void {
  let isLooking = false
  const timer = window.setInterval(() => {
    if (isLooking || document.hidden || !view.getDomRef()?.checkVisibility()) return
    isLooking = true
    look().catch(() => { window.clearInterval(timer); lost() }).finally(() => { isLooking = false })
  }, EVERY)
  return () => window.clearInterval(timer)
}
