import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seededRandom } from '../host-erp/wire/random'
import { catchMails } from '../setup/mail'
import { type DatabaseName, onDatabase } from './database'
import { type Counts, WarningInstance } from './warning-instance'

/**
 * Warnings that are due in waves, two instances, and SIGKILL while they are given: afterwards each was given once, with one notice,
 * and the mail server has a mail for each. A mail whose sender died before it knew that the mail had arrived comes again, under the
 * same Message-ID; such repeats are counted and may be no more than mails that were under way at a kill.
 *
 * `npm run test:warnings -- --warnings 10000 --kills 8 --seed 42 --database sqlite,postgres`
 */
export interface Options { warnings: number; kills: number; seed: number; database: DatabaseName }

const PARALLEL = 20
const LEASE = 3_000
const FROM = 'service@after-sales.example'

/** @returns what is wrong */
export function underFire({ warnings, kills, seed, database }: Options, say: (line: string) => void): Promise<string[]> {
  return onDatabase(database, async environment => {
    const random = seededRandom(seed)
    const at: string[] = []
    let arrived = 0
    let moment = { mails: Infinity, reach: () => {} }
    const mail = await catchMails(() => { if (++arrived >= moment.mails) moment.reach() })
    const settings = { look: 300, lease: LEASE, parallel: PARALLEL, maxAttempts: 50, firstDelay: 100, longestDelay: 1000, from: FROM, credentials: { host: '127.0.0.1', port: mail.port } }
    const instances = [0, 1].map(() => new WarningInstance({ ...environment, FAULTS_NOTICES: JSON.stringify(settings) }))
    const quiet = new WarningInstance({ ...environment, FAULTS_NOTICES: JSON.stringify({ ...settings, look: 0 }) })
    try {
      await quiet.start()
      await quiet.closeSamples()
      const started = performance.now()
      await Promise.all(instances.map(instance => instance.start()))
      const waves = Math.max(1, Math.ceil(kills / 2))
      for (let kill = 0; kill < kills; kill++) {
        // At first while warnings are given, a wave before each kill; then while mails go out.
        if (kill < waves) {
          await quiet.seed(waveOf(warnings, waves, kill))
          await wait(random() * 400)
        }
        else await new Promise<void>(reach => { moment = { mails: arrived + 1 + Math.floor((random() * warnings) / kills / 2), reach }; setTimeout(reach, 2000).unref() })
        const victim = instances[Math.floor(random() * 2)]
        await victim.kill()
        const { warnings: states } = await quiet.counts()
        at.push(`${states.Open ?? 0} given, ${arrived} mails`)
        await victim.start()
      }
      const counts = await settled(quiet, warnings)
      const seconds = (performance.now() - started) / 1000
      await wait(LEASE / 2)
      const IDs = new Set(mail.mails.map(({ id }) => id))
      const repeats = mail.mails.length - IDs.size
      say(`${database}: ${warnings} warnings, 2 instances, ${kills} kills: ${counts.warned} warned of, ${IDs.size} mails, ${repeats} of them repeated after a kill, ${seconds.toFixed(1)} s\n  killed at: ${at.join('; ')}`)
      return wrongs(counts, { warnings, kills, mails: IDs.size, repeats })
    } finally {
      await Promise.all([...instances, quiet].map(instance => instance.stop()))
      await mail.stop()
    }
  })
}

/** How many warnings come with a wave, the rest with the last. */
const waveOf = (warnings: number, waves: number, wave: number) => Math.floor(warnings / waves) + (wave === waves - 1 ? warnings % waves : 0)

function wrongs({ warnings: states, mails: sent, warned, tasks }: Counts, expected: { warnings: number; kills: number; mails: number; repeats: number }): string[] {
  const { warnings, kills, mails, repeats } = expected
  return [
    ...(states.Open === warnings ? [] : [`of ${warnings} warnings ${JSON.stringify(states)}`]),
    ...(sent.Sent === warnings && warned === warnings ? [] : [`of ${warnings} notices ${JSON.stringify(sent)}, for ${warned} warnings`]),
    ...(mails === warnings ? [] : [`${mails} mails arrived`]),
    ...(repeats <= kills * PARALLEL ? [] : [`${repeats} mails came again`]),
    ...(tasks === 1 ? [] : [`the task is scheduled ${tasks} times`])
  ]
}

async function settled(observer: WarningInstance, warnings: number): Promise<Counts> {
  const end = Date.now() + 300_000
  for (;;) {
    const counts = await observer.counts()
    if (counts.mails.Sent >= warnings || Date.now() > end) return counts
    await wait(300)
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { warnings: { type: 'string', default: '10000' }, kills: { type: 'string', default: '8' }, seed: { type: 'string', default: '42' }, database: { type: 'string', default: 'sqlite,postgres' } }
  })
  for (const database of values.database.split(',') as DatabaseName[]) {
    const wrong = await underFire({ warnings: Number(values.warnings), kills: Number(values.kills), seed: Number(values.seed), database }, console.log)
    console.log(wrong.length ? `  WRONG: ${wrong.join('\n    ')}` : '  each was given once')
    if (wrong.length) process.exitCode = 1
  }
}

if (require.main === module) main().catch(error => {
  console.error(error)
  process.exit(1)
})
