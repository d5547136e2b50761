import type { AxiosInstance } from 'axios'
import { anonymous, PATHS, reservation, signedIn } from '../host-erp/client'
import { startHostErp, type HostErp } from '../host-erp/start'

/** The stand-in of the test file at hand, a client that is not signed in, and one that is. */
export let host: HostErp
export let plain: AxiosInstance
export let session: AxiosInstance

/** Starts one for a test file, and ends it. */
export function useStandIn(): void {
  beforeAll(async () => {
    host = await startHostErp()
    plain = anonymous(host)
    session = await signedIn(host)
  })
  afterAll(() => host?.stop())
}

export const reserve = (reference: string, item?: object) => session.post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation(reference, item))
export const post = (document: object) => session.post(`${PATHS.movements}/A_MaterialDocumentHeader`, document)
