/** A small seeded generator (xoshiro128**, Blackman & Vigna 2018): the same seed gives the same plan on every machine. */
export type Random = Int32Array

export function randomOf(seed: number): Random {
  const state = new Int32Array(4)
  let z = seed | 0
  for (let i = 0; i < 4; i++) {
    z = (z + 0x9e3779b9) | 0
    let t = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97)
    state[i] = t ^ (t >>> 15)
  }
  return state
}

/** A number in [0, 1). */
export function next(s: Random): number {
  const s1 = s[1]
  const x = Math.imul(s1, 5)
  const result = Math.imul((x << 7) | (x >>> 25), 9)
  const s2 = s[2] ^ s[0]
  const s3 = s[3] ^ s1
  s[1] = s1 ^ s2
  s[0] ^= s3
  s[2] = s2 ^ (s1 << 9)
  s[3] = (s3 << 11) | (s3 >>> 21)
  return (result >>> 0) * 2.3283064365386963e-10
}

/** An integer in [0, n). */
export const below = (random: Random, n: number): number => (next(random) * n) | 0

/** How many trials pass before one with probability `p` succeeds: one draw in place of many. */
export const trialsUntil = (random: Random, p: number): number => (p <= 0 ? 0x7fffffff : (Math.log(1 - next(random)) / Math.log(1 - p)) | 0)
