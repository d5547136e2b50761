import { prepare } from './prepared'
import { prepareShell } from './shell-server'

export default async function start(): Promise<void> {
  prepare()
  await prepareShell()
}
