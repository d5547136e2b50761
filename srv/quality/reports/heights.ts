import type { Block, Cell, Column } from './document'

/**
 * Heights in points, guessed from above before anything is laid out: what is kept in one piece and is higher than a page would be cut off.
 */

/** Points. A4 is 595 × 842. */
export const SIDE = 48
export const WIDTH = 595 - 2 * SIDE

/** As much as surely fits on one page below its head. */
export const MOST_IN_ONE_PIECE = 420

const LINE = 12.5
const NARROW = 34
const PADDING = 10

/** Widths of a table's columns. Those with a share divide what the others leave. */
export function widthsOf(columns: Column[]): number[] {
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0)
  const left = WIDTH - PADDING * columns.length - columns.reduce((sum, { share }) => sum + (share ? 0 : NARROW), 0)
  return columns.map(({ share }) => (share ? (left * share) / shares : NARROW))
}

/** A Latin letter is at most two thirds as wide as it is high, a Chinese one is as wide; words that don't fit leave their line's end empty. */
export function heightOfText(text: string | null, width: number): number {
  const lines = (text ?? '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(([...line].reduce((length, letter) => length + (letter > '\u02ff' ? 9 : 6), 0) * 1.15) / width)), 0)
  return lines * LINE
}

export const heightOfRow = (row: Cell[], widths: number[]): number =>
  Math.max(...row.map((cell, index) => heightOfText(cell && typeof cell === 'object' ? cell.text : cell, widths[index]))) + 8

export function heightOf(block: Block): number {
  switch (block.kind) {
    case 'facts': return block.facts.reduce((sum, { value }) => sum + heightOfText(value, WIDTH / 2 - 96) + 7, 10)
    case 'text': return heightOfText(block.text, WIDTH) + 30
    case 'notice': return heightOfText(block.text, WIDTH) + 20
    case 'tree': return block.nodes.reduce((sum, { text, evidence, depth }) => sum + heightOfText(text, WIDTH - 160 - 16 * depth) + heightOfText(evidence, WIDTH - 20 - 16 * depth) + 6, 10)
    case 'table': {
      const widths = widthsOf(block.columns)
      return block.rows.reduce((sum, row) => sum + heightOfRow(row, widths), 60)
    }
  }
}
