import { underFire } from '../faults/warnings'

test('of two instances that give warnings one is killed again and again: each warning is given once, and its mail arrives', async () => {
  const lines: string[] = []
  const wrong = await underFire({ warnings: 300, kills: 2, seed: 7, database: 'postgres' }, line => lines.push(line))
  expect({ wrong, lines }).toEqual({ wrong: [], lines })
}, 180_000)
