import cds from '@sap/cds'
import { entities } from '../../../srv/entities'

interface Wanted { workOrder_ID: string; part_ID: string; quantity: string; number: string }

/** Inserts the rows of a claim: reservation, two lines of the ledger, the message to the host, the event of the order. */
export default class PlainService extends cds.ApplicationService {
  async init() {
    this.on('write', async req => {
      const { Reservations, PartMovements, HostMessages, Events } = entities()
      const { workOrder_ID, part_ID, quantity, number } = req.data as Wanted
      const place = { plant: '1010', storageLocation: '0001' }, at = new Date().toISOString(), userId = req.user.id
      const [ID, hostMessage_ID] = [cds.utils.uuid(), cds.utils.uuid()]
      const line = { reservation_ID: ID, part_ID, quantity, at, userId }
      await INSERT.into(HostMessages).entries({
        ID: hostMessage_ID, number, kind_code: 'reservation.create', state_code: 'Confirmed', idempotencyKey: number, actingUser: userId, causeEntity: 'aftersales.Reservations', causeID: ID, workOrder_ID,
        payload: JSON.stringify({ costObject: { costCenter: '10101301' }, neededOn: at.slice(0, 10), items: [{ material: 'P', ...place, quantity, unit: 'EA' }] })
      })
      await INSERT.into(Reservations).entries({ ID, number, workOrder_ID, part_ID, quantity, claimedQuantity: quantity, unit: 'EA', ...place, claimedAt: at, expiresAt: at, state_code: 'Claimed', hostMessage_ID, movementCount: 2 })
      await INSERT.into(PartMovements).entries([
        { ID: cds.utils.uuid(), sequence: 1, kind_code: 'Needed', ...line }, { ID: cds.utils.uuid(), sequence: 2, kind_code: 'Claimed', ...line, ...place, hostMessage_ID }
      ])
      await INSERT.into(Events).entries({ ID: cds.utils.uuid(), workOrder_ID, sequence: 1_000_000 + Number(number.slice(1)), type_code: 'PartClaimed', at, userId, text: `1 EA held at ${place.plant} ${place.storageLocation}.` })
      return ID
    })
    await super.init()
  }
}
