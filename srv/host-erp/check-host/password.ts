import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { WrongUse } from './arguments'

/** The password from the environment, else from the keyboard, without an echo. */
export async function passwordFor(user: string, variable: string): Promise<string> {
  const known = process.env[variable]
  if (known) return known
  if (!process.stdin.isTTY) throw new WrongUse(`There is no password: set the environment variable ${variable}.`)
  process.stderr.write(`Password of ${user}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const keyboard = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      keyboard.once('close', () => reject(new WrongUse('No password was given.')))
      keyboard.question('', resolve)
    })
  } finally {
    keyboard.close()
    process.stderr.write('\n')
  }
}
