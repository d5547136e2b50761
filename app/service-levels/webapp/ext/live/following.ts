import type View from 'sap/ui/core/mvc/View'

/** How often the board looks again, in milliseconds: due dates come nearer by themselves. */
const EVERY = 15_000
/** And after it could not be read: a server that is away is not asked again and again. */
const AFTER_FAILURE = 60_000

interface Follower {
  /** Reads anew; nothing when there is nothing to be read now. */
  look(): Promise<unknown> | undefined
  /** Called when it can't be read any more, with the last time that it could. */
  failed(since: Date): void
  recovered(): void
}

/** Calls `look` every few seconds while the page is in view. A board stays open for hours: it goes on by itself once the server answers again. */
export function follow(view: View, { look, failed, recovered }: Follower): () => void {
  let [readAt, isFailing, timer] = [new Date(), false, 0]
  const wait = (milliseconds: number) => { timer = window.setTimeout(() => void turn(), milliseconds) }
  const turn = async () => {
    try {
      const looking = !document.hidden && view.getDomRef()?.checkVisibility() ? look() : undefined
      if (looking) {
        await looking
        if (isFailing) recovered()
        ;[readAt, isFailing] = [new Date(), false]
      }
    } catch {
      if (!isFailing) failed(readAt)
      isFailing = true
    }
    if (timer) wait(isFailing ? AFTER_FAILURE : EVERY)
  }
  wait(EVERY)
  return () => {
    window.clearTimeout(timer)
    timer = 0
  }
}
