/** The numbers of a version such as `1.2.3` or `1.2.3-rc.1`. */
function numbers(version: string): [major: number, minor: number, patch: number] {
  const found = /^(\d+)\.(\d+)\.(\d+)/.exec(version)
  if (!found) throw new Error(`Not a version: ${version}`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}

/** Whether a version may break what the earlier one promised: a new major, or, before 1.0, a new minor. */
export function mayBreak(before: string, after: string): boolean {
  const [a, b] = [numbers(before), numbers(after)]
  return b[0] > a[0] || (a[0] === 0 && b[0] === 0 && b[1] > a[1])
}

/** Highest version last. */
export function inOrder(versions: string[]): string[] {
  return [...versions].sort((x, y) => {
    const [a, b] = [numbers(x), numbers(y)]
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
  })
}
