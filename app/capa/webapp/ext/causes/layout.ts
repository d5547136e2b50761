import type { Bone } from './tree'

/** Of the picture: units of its view box. */
export const WIDTH = 1000
const ROW = 22
const HEAD = 34
const SLANT = 90
const MOST_LETTERS = 34

export interface Rib {
  /** From the branch's head to the spine. */
  x1: number, y1: number, x2: number, y2: number
  name: { x: number, y: number, text: string }
  answers: { x: number, y: number, text: string, full: string, isRootCause: boolean, isRuledOut: boolean }[]
}

export interface Fishbone { height: number; spine: number; head: { x: number, y: number }; ribs: Rib[] }

/** Lays the bones out, half of them above the spine and half below; each side is as high as its longest bone needs. */
export function fishboneOf(bones: Bone[]): Fishbone {
  const [above, below] = [bones.filter((_, index) => index % 2 === 0), bones.filter((_, index) => index % 2 === 1)]
  const heightOf = (side: Bone[]) => HEAD + Math.max(2, ...side.map(({ answers }) => answers.length)) * ROW + ROW
  const spine = heightOf(above), height = spine + heightOf(below)
  const usable = WIDTH - 130
  const step = usable / Math.max(1, above.length, below.length)
  const ribs = [above, below].flatMap((side, isBelow) => side.map((bone, index): Rib => {
    const foot = 60 + (index + 1) * step - 20
    const direction = isBelow ? 1 : -1
    const length = heightOf(side) - HEAD / 2
    const top = { x: foot - SLANT, y: spine + direction * (length - 4) }
    return {
      x1: top.x, y1: top.y, x2: foot, y2: spine,
      name: { x: top.x, y: top.y + (isBelow ? 14 : -4), text: bone.name },
      answers: bone.answers.map((answer, place) => {
        const y = spine + direction * (ROW * 0.8 + (place + 0.5) * ROW)
        const x = foot - SLANT * (Math.abs(y - spine) / (length - 4))
        return { x: x - 12, y, text: shortened(answer.answer), full: answer.answer, isRootCause: answer.isRootCause, isRuledOut: answer.isRuledOut }
      })
    }
  }))
  return { height, spine, head: { x: WIDTH - 66, y: spine }, ribs }
}

/** Chinese letters are twice as wide. */
function shortened(text: string): string {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    width += text.charCodeAt(at) > 0x2e7f ? 2 : 1
    if (width > MOST_LETTERS) return `${text.slice(0, at)}…`
  }
  return text
}
