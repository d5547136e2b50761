import type View from 'sap/ui/core/mvc/View'
import type Context from 'sap/ui/model/odata/v4/Context'

/** How often a page looks again, in milliseconds. */
const EVERY = 3_000

/** Whether the service will change this message by itself. */
export function isMoving(message: Context | null | undefined): boolean {
  return ['Pending', 'Sent'].includes(message?.getProperty('state_code') as string)
}

/** Calls `look` every few seconds while the page is in view, until it fails: a server that is away is not asked again and again. */
export function follow(view: View, look: () => Promise<unknown> | undefined): () => void {
  const stop = () => window.clearInterval(timer)
  const timer = window.setInterval(() => {
    if (!document.hidden && view.getDomRef()?.checkVisibility()) look()?.catch(stop)
  }, EVERY)
  return stop
}
