import { removePreparedShell } from './shell-server'

export default removePreparedShell
