/**
 * Indexes of the greatest values, the greatest first, the lower index first among equals. Values of -Infinity never count.
 *
 * @param count how many values are greater than -Infinity
 */
export function best(values: Float64Array, count: number, wanted: number): number[] {
  const size = Math.min(count, wanted)
  if (size <= 0) return []
  if (size * 4 > count) {
    const all = Array.from(values.keys()).filter(index => values[index] > -Infinity)
    return all.sort((a, b) => values[b] - values[a] || a - b).slice(0, size)
  }
  const top: number[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (value === -Infinity || (top.length === size && value <= values[top[size - 1]])) continue
    let [low, high] = [0, top.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (values[top[middle]] >= value) low = middle + 1
      else high = middle
    }
    top.splice(low, 0, index)
    if (top.length > size) top.pop()
  }
  return top
}
