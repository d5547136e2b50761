import type Dialog from 'sap/m/Dialog'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { askFor } from '../live/form'
import type { Language } from '../live/language'
import { closed, present } from '../live/present'
import type { Refusal } from '../live/refusal'
import { substituteForm } from './forms'
import { placeRows, substituteRows, type PlaceRow, type SubstituteRow } from './offers'
import { readOffers } from './reading'
import { onReservation } from './sending'

/** What is wanted, for which order; `need` notes it where there is no need yet, and answers the need's ID. */
export interface Wanted { workOrder: string; part_ID: string; name: string; quantity: number; unit: string | null; isNew: boolean; mayBuy: boolean; need(): Promise<string> }

/** What the dialog needs of the part of the page that opens it. */
export interface Opener { part: Control; model: ODataModel; language: Language; done(): void }

/** Opens what else there is when a part is not free: who holds it, what can take its place, and where other pieces lie. */
export async function openOtherWays(opener: Opener, wanted: Wanted, refusal?: Refusal): Promise<void> {
  const { part, model, language } = opener
  const { text } = language
  const ways = new JSONModel({
    title: text('parts.waysTitle', wanted.name), refusal: refusal?.message ?? '', trouble: '', holders: (refusal?.details ?? []).filter(({ code }) => code?.startsWith('PART_HELD')).map(({ message }) => message),
    substitutes: [], places: [], isNew: wanted.isNew, mayBuy: wanted.mayBuy
  })
  const act = async (deed: (ID: string) => Promise<unknown>) => {
    dialog.setBusy(true)
    try {
      await deed(await wanted.need())
      dialog.close()
      opener.done()
    } catch (trouble) {
      ways.setProperty('/trouble', (trouble as Refusal).message)
      opener.done()
    } finally {
      if (!dialog.isDestroyed()) dialog.setBusy(false)
    }
  }
  const chosen = <Row>(event: Event) => (event.getSource() as Control).getBindingContext('ways')!.getObject() as Row
  const at = (event: Event) => { const { plant, storageLocation } = chosen<PlaceRow>(event); return { plant, storageLocation } }
  const controller = {
    claimThere: (event: Event) => act(ID => onReservation(model, ID, 'claim', at(event))),
    bring: (event: Event) => act(ID => onReservation(model, ID, 'transferFrom', at(event))),
    buy: () => act(ID => onReservation(model, ID, 'requisition', {})),
    noteOnly: () => act(async () => {}),
    substitute: async (event: Event) => {
      const { part_ID, name, needsApproval } = chosen<SubstituteRow>(event)
      await closed(dialog)
      askFor(part, language, {
        ...substituteForm(name, needsApproval, text),
        send: async ({ reason }) => { await onReservation(model, await wanted.need(), 'useSubstitute', { part_ID, reason }); opener.done() }
      })
    },
    close: () => { dialog.close() }
  }
  const dialog = (await Fragment.load({ id: `${part.getId()}--ways`, name: 'aftersales.workorders.ext.parts.OtherWays', controller: controller as never })) as Dialog
  dialog.setModel(ways, 'ways')
  present(part, dialog)
  try {
    const offers = await readOffers(model, wanted.workOrder, wanted.part_ID, wanted.quantity)
    ways.setProperty('/substitutes', substituteRows(offers, wanted.unit, language))
    ways.setProperty('/places', placeRows(offers, wanted.quantity, wanted.unit, language))
  } catch {
    ways.setProperty('/trouble', text('parts.waysFailed'))
  }
}
