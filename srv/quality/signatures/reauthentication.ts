import path from 'node:path'
import cds from '@sap/cds'
import { fail } from '../../errors'

/** Whether these are the user's credentials. Asked anew for each signature (21 CFR 11.200). */
export type Reauthentication = (proof: { userId: string; credential: string; tenant?: string }) => Promise<boolean> | boolean

interface Settings { reauthentication?: string; failures?: number; lockMinutes?: number }

/** `cds.requires.signatures`. */
export const signatureSettings = (): Required<Pick<Settings, 'failures' | 'lockMinutes'>> & Settings =>
  ({ failures: 5, lockMinutes: 15, ...(cds.env.requires as unknown as Record<string, Settings | undefined>).signatures })

/**
 * Who checks credentials: `mocked` (development and tests: the mocked user's password, or the user id typed again where there is none), or the path of a
 * module that exports `reauthenticate`.
 *
 * @throws 503 where nothing is set: nobody signs without
 */
export function reauthentication(): Reauthentication {
  const { reauthentication: hook } = signatureSettings()
  if (hook === 'mocked' && isMockedUse()) return mocked
  if (!hook || hook === 'mocked') return fail(503, 'SIGNATURE_NOT_SET_UP')
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- named by the installation
  return (require(hook.startsWith('.') ? path.resolve(cds.root, hook) : hook) as { reauthenticate: Reauthentication }).reauthenticate
}

/** Passwords of mocked users are no proof where users are real. */
const isMockedUse = () => ['mocked', 'basic', 'dummy'].includes(String((cds.env.requires as unknown as Record<string, { kind?: string } | undefined>).auth?.kind)) &&
  !(cds.env as unknown as { profiles?: string[] }).profiles?.includes('production')

const mocked: Reauthentication = ({ userId, credential }) => {
  const { users = {} } = (cds.env.requires as unknown as { auth: { users?: Record<string, { password?: string } | boolean> } }).auth
  const user = users[userId]
  const password = user && typeof user === 'object' ? user.password : undefined
  return credential === (password ?? userId)
}
