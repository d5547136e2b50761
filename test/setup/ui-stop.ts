import { removePrepared } from './prepared'
import { removePreparedShell } from './shell-server'

export default function stop(): void {
  removePrepared()
  removePreparedShell()
}
