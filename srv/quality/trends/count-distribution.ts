/**
 * How many events a week brings: a Poisson distribution where they come singly, else a negative binomial one whose variance is `dispersion` times its mean
 * (Cameron & Trivedi's NB1). Two such processes side by side are one of twice the mean and the same dispersion, so that a doubled rate needs no further parameter.
 */
const NEARLY_POISSON = 1.02

/** Probabilities of 0, 1, 2 … events, until what is left is below 1e-9. */
export function probabilities(mean: number, dispersion: number): number[] {
  const isPoisson = dispersion < NEARLY_POISSON
  const size = mean / (dispersion - 1), share = (dispersion - 1) / dispersion
  const result = [isPoisson ? Math.exp(-mean) : Math.exp(-size * Math.log(dispersion))]
  for (let count = 1, sum = result[0]; sum < 1 - 1e-9 && count < 2000; count++) {
    const factor = isPoisson ? mean / count : (share * (count - 1 + size)) / count
    result.push(result[count - 1] * factor)
    sum += result[count]
  }
  return result
}

/**
 * What each count says for a rate `ratio` times as high: the logarithm of its likelihood ratio. Under clusters the tenth event of a week says less than the
 * first, so that a single bad week is no trend.
 *
 * @returns weights of 0, 1, 2 … `most` events
 */
export function evidence(mean: number, dispersion: number, ratio: number, most: number): number[] {
  if (dispersion < NEARLY_POISSON) return Array.from({ length: most + 1 }, (_, count) => count * Math.log(ratio) - (ratio - 1) * mean)
  const size = mean / (dispersion - 1)
  const result = [-(ratio - 1) * size * Math.log(dispersion)]
  for (let count = 1; count <= most; count++) result.push(result[count - 1] + Math.log((count - 1 + ratio * size) / (count - 1 + size)))
  return result
}

/** The lowest count that is passed with at most that probability. */
export function upperQuantile(mean: number, dispersion: number, probability: number): number {
  let left = 1
  const all = probabilities(mean, dispersion)
  for (let count = 0; count < all.length; count++) {
    left -= all[count]
    if (left <= probability) return count
  }
  return all.length
}
