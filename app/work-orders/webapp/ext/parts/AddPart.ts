import type Dialog from 'sap/m/Dialog'
import type { ListBase$SelectionChangeEvent } from 'sap/m/ListBase'
import type { SearchField$LiveChangeEvent, SearchField$SearchEvent } from 'sap/m/SearchField'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import { closed, present } from '../live/present'
import type { Refusal } from '../live/refusal'
import { candidateRow, type CandidateRow, type Proposed } from './offers'
import { openOtherWays, type Opener } from './OtherWays'
import { readProposed, scan, searchParts } from './reading'
import { need, requestKey } from './sending'

interface Order { workOrder: string; mayBuy: boolean }

const TYPING_PAUSE = 300
const LEAST_LETTERS = 2

/** Opens the choice of a part: usual ones first, then those of the equipment's bill of material, and all others by number, name or bar code. */
export async function openAddPart(opener: Opener, order: Order): Promise<void> {
  const choice = new PartChoice(opener, order)
  choice.dialog = (await Fragment.load({ id: `${opener.part.getId()}--add`, name: 'aftersales.workorders.ext.parts.AddPart', controller: choice as never })) as Dialog
  choice.dialog.setModel(choice.state, 'add')
  present(opener.part, choice.dialog)
  await choice.propose()
}

class PartChoice {
  dialog!: Dialog
  readonly state = new JSONModel({ candidates: [], header: '', notice: '', noticeType: 'Warning', chosen: null, quantity: '1', quantityState: 'None', quantityError: '' })
  private proposed: Proposed[] = []
  private typing?: ReturnType<typeof setTimeout>
  /** Late answers to older questions are dropped. */
  private asked = ''
  private readonly key = requestKey()

  constructor(private readonly opener: Opener, private readonly order: Order) {}

  /** A host that does not answer leaves the search. */
  async propose(): Promise<void> {
    this.dialog.setBusy(true)
    try {
      this.proposed = await readProposed(this.opener.model, this.order.workOrder)
    } catch (refusal) {
      this.tell((refusal as Refusal).message, 'Warning')
    }
    this.list(this.proposed, 'parts.proposed')
    this.dialog.setBusy(false)
  }

  type(event: SearchField$LiveChangeEvent): void {
    clearTimeout(this.typing)
    const words = event.getParameter('newValue')!.trim()
    this.typing = setTimeout(() => void this.look(words), TYPING_PAUSE)
  }

  /** A scanner ends with Enter. */
  async find(event: SearchField$SearchEvent): Promise<void> {
    clearTimeout(this.typing)
    const code = event.getParameter('query')!.trim()
    if (!code) return this.look('')
    this.asked = code
    const { part_ID, notices } = await scan(this.opener.model, code).catch(() => ({ part_ID: null, notices: [] }))
    if (this.asked !== code) return
    if (!part_ID) return this.look(code)
    const [notice] = notices
    this.tell(notice?.text ?? '', notice?.criticality === 1 ? 'Error' : 'Warning')
    const known = this.proposed.filter(each => each.part_ID === part_ID)
    this.list(known.length ? known : await this.byID(part_ID, code), 'parts.found')
  }

  choose(event: ListBase$SelectionChangeEvent): void {
    const chosen = event.getParameter('listItem')!.getBindingContext('add')!.getObject() as CandidateRow
    this.state.setProperty('/chosen', chosen)
    this.state.setProperty('/quantity', chosen.quantity)
  }

  async claim(): Promise<void> {
    await this.send('reserve')
  }

  async noteOnly(): Promise<void> {
    await this.send('need')
  }

  close(): void {
    this.dialog.close()
  }

  private async look(words: string): Promise<void> {
    this.asked = words
    this.tell('', 'Warning')
    if (words.length < LEAST_LETTERS) return this.list(this.proposed, 'parts.proposed')
    const known = this.proposed.filter(({ number, name }) => `${number} ${name}`.toLowerCase().includes(words.toLowerCase()))
    const found = await searchParts(this.opener.model, words).catch(() => [])
    if (this.asked === words) this.list([...known, ...found.filter(({ part_ID }) => !known.some(each => each.part_ID === part_ID))], 'parts.found')
  }

  private async byID(part_ID: string, code: string): Promise<Proposed[]> {
    const part = await this.opener.model.bindContext(`/Parts(${part_ID})`, undefined, { $select: 'ID,number,name,baseUnit' }).requestObject() as { number: string; name: string; baseUnit: string | null } | undefined
    if (!part) return searchParts(this.opener.model, code)
    return [{ part_ID, ...part, unit: part.baseUnit, origin_code: 'manual', quantity: null, repairs: null, repairsWithPart: null, uses: null, needed: null, available: null }]
  }

  private list(candidates: Proposed[], header: string): void {
    const { language } = this.opener
    this.state.setProperty('/candidates', candidates.map(each => candidateRow(each, language)))
    this.state.setProperty('/header', language.text(header))
    this.state.setProperty('/chosen', null)
  }

  private tell(notice: string, type: 'Warning' | 'Error'): void {
    this.state.setProperty('/notice', notice)
    this.state.setProperty('/noticeType', type)
  }

  private async send(action: 'need' | 'reserve'): Promise<void> {
    const { chosen, quantity } = this.state.getData() as { chosen: CandidateRow; quantity: string }
    const { model, done } = this.opener
    const wanted = { workOrder_ID: this.order.workOrder, part_ID: chosen.part_ID, quantity: String(quantity), origin_code: chosen.origin, requestKey: this.key }
    this.state.setProperty('/quantityState', 'None')
    this.dialog.setBusy(true)
    try {
      await need(model, action, wanted)
      this.dialog.close()
      done()
    } catch (problem) {
      await this.refuse(problem as Refusal, chosen, Number(quantity), () => need(model, 'need', wanted))
    } finally {
      if (!this.dialog.isDestroyed()) this.dialog.setBusy(false)
    }
  }

  private async refuse(refusal: Refusal, { part_ID, name, unit }: CandidateRow, quantity: number, noted: () => Promise<string>): Promise<void> {
    if (refusal.code === 'PART_NOT_AVAILABLE') {
      await closed(this.dialog)
      return openOtherWays(this.opener, { workOrder: this.order.workOrder, part_ID, name, quantity, unit, isNew: true, mayBuy: this.order.mayBuy, need: noted }, refusal)
    }
    if (refusal.field !== 'quantity') return this.tell(refusal.message, 'Error')
    this.state.setProperty('/quantityState', 'Error')
    this.state.setProperty('/quantityError', refusal.message)
  }
}
