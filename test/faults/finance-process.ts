import cds from '@sap/cds'
import { serve } from './serving'

/** The service as a process of its own, on a database that others write to as well; it tells its parent where it listens. */
const port = new Promise<number>(resolve => {
  cds.once('listening', (({ server }: { server: { address(): { port: number } } }) => resolve(server.address().port)) as never)
})

serve(() => {}, () => port)
