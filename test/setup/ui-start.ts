import { prepareShell } from './shell-server'

export default prepareShell
