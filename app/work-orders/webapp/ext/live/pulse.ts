/** A part of the page that follows the time and the service. */
export interface Follower {
  /** Says anew what depends on the time; asks nobody. */
  retell(): void
  read(): void
  isSeen(): boolean
}

const BEAT = 10_000
/** Every so many beats the service is asked: what others do shall not stay unseen for long. */
const READ_EVERY = 3

const followers = new Set<Follower>()
let timer: number | undefined
let beats = 0

export function follow(follower: Follower): void {
  followers.add(follower)
  timer ??= window.setInterval(beat, BEAT)
}

export function unfollow(follower: Follower): void {
  followers.delete(follower)
  if (followers.size) return
  window.clearInterval(timer)
  timer = undefined
}

/** After somebody has done something here. All parts ask at once, so that their requests travel together. */
export function readAll(): void {
  for (const follower of followers) follower.read()
}

function beat(): void {
  if (document.hidden) return
  beats += 1
  for (const follower of [...followers].filter(each => each.isSeen())) {
    if (beats % READ_EVERY) follower.retell()
    else follower.read()
  }
}
