import Button from 'sap/m/Button'
import DatePicker from 'sap/m/DatePicker'
import Dialog from 'sap/m/Dialog'
import FlexBox from 'sap/m/FlexBox'
import Label from 'sap/m/Label'
import { ButtonType, FlexWrap } from 'sap/m/library'
import MessageStrip from 'sap/m/MessageStrip'
import ObjectStatus from 'sap/m/ObjectStatus'
import SegmentedButton from 'sap/m/SegmentedButton'
import SegmentedButtonItem from 'sap/m/SegmentedButtonItem'
import Text from 'sap/m/Text'
import VBox from 'sap/m/VBox'
import { MessageType, ValueState } from 'sap/ui/core/library'
import Device from 'sap/ui/Device'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call, type Refusal } from '../call'
import { text, type Page } from '../texts'
import TAccounts, { money } from './TAccounts'
import { hasTwoCurrencies, sumsOf, tAccountsOf, type Line, type Reading } from './accounts'

interface Message { code: string; text: string; isError: boolean }

/** What `post` answers, simulated or not. */
export interface Posting {
  posting_ID: string | null
  number: string | null
  canPost: boolean
  workOrderNumber: string | null
  companyCode: string | null
  postingDate: string | null
  fiscalYear: number | null
  fiscalPeriod: number | null
  lines: Line[]
  messages: Message[]
}

/** Shows an order's open costs as the document that they would make, and posts it. */
export default class PostingDialog {
  private readonly date = new DatePicker({ valueFormat: 'yyyy-MM-dd', displayFormat: 'medium', width: '12rem', change: () => void this.simulate() })
  private readonly facts = new FlexBox({ wrap: FlexWrap.Wrap, renderType: 'Bare' })
  private readonly messages = new VBox()
  private readonly sums = new FlexBox({ wrap: FlexWrap.Wrap, renderType: 'Bare' })
  private readonly board = new TAccounts()
  private readonly legend = new Text({ text: text('posting.legend') }).addStyleClass('sapUiSmallMarginBottom')
  private readonly reading = new SegmentedButton({
    visible: false, selectedKey: 'document', selectionChange: () => this.draw(),
    items: [new SegmentedButtonItem({ key: 'document', text: text('posting.inDocument') }), new SegmentedButtonItem({ key: 'companyCode', text: text('posting.inCompanyCode') })]
  })
  private readonly post = new Button({ text: text('posting.post'), type: ButtonType.Emphasized, enabled: false, press: () => void this.send() })
  private readonly dialog: Dialog
  private simulated?: Posting
  /** Late answers to an older date are dropped. */
  private asked = 0

  constructor(private readonly model: ODataModel, private readonly workOrder: string, private readonly mayPost: boolean, private readonly done: (posted: Posting) => void) {
    this.reading.setTooltip(text('posting.reading'))
    this.dialog = new Dialog({
      title: text('posting.title'), contentWidth: '64rem', stretch: Device.system.phone, resizable: true, draggable: true, initialFocus: this.date,
      content: new VBox({ items: [this.messages, this.head(), this.legend, this.board, this.sums] }).addStyleClass('sapUiSmallMargin'),
      beginButton: this.post,
      endButton: new Button({ text: text('close'), press: () => { this.dialog.close() } })
    })
    this.dialog.attachAfterClose(() => this.dialog.destroy())
  }

  open(page: Page): void {
    page.addDependent(this.dialog)
    this.dialog.open()
    void this.simulate()
  }

  private head(): FlexBox {
    const dated = new VBox({ items: [new Label({ text: text('posting.date'), labelFor: this.date }), this.date] }).addStyleClass('sapUiMediumMarginEnd')
    return new FlexBox({ wrap: FlexWrap.Wrap, alignItems: 'End', renderType: 'Bare', items: [dated, this.facts, this.reading] }).addStyleClass('sapUiSmallMarginBottom')
  }

  private async simulate(): Promise<void> {
    const question = ++this.asked
    this.post.setEnabled(false)
    this.dialog.setBusyIndicatorDelay(0).setBusy(true)
    try {
      const answer = await this.ask(true)
      if (question !== this.asked || this.dialog.isDestroyed()) return
      this.simulated = answer
      if (answer.postingDate) this.date.setValue(answer.postingDate)
      this.tell(answer.messages)
      this.post.setEnabled(this.mayPost && answer.canPost)
    } catch (refusal) {
      if (question !== this.asked || this.dialog.isDestroyed()) return
      this.simulated = undefined
      this.refuse(refusal as Refusal)
    }
    this.dialog.setBusy(false)
    this.draw()
  }

  private async send(): Promise<void> {
    this.dialog.setBusy(true)
    try {
      const posted = await this.ask(false)
      this.dialog.close()
      this.done(posted)
    } catch (refusal) {
      this.refuse(refusal as Refusal)
      this.dialog.setBusy(false)
    }
  }

  private ask(simulate: boolean): Promise<Posting> {
    return call<Posting>(this.model, 'post', { workOrder_ID: this.workOrder, simulate, postingDate: this.date.getValue() || undefined })
  }

  private draw(): void {
    const lines = this.simulated?.lines ?? [], reading = this.reading.getSelectedKey() as Reading
    this.reading.setVisible(hasTwoCurrencies(lines))
    this.legend.setVisible(lines.some(({ postedBy }) => postedBy !== 'journalEntry'))
    this.board.setProperty('accounts', tAccountsOf(lines, reading))
    this.sums.destroyItems()
    for (const { currency, debit, credit, isBalanced } of sumsOf(lines, reading)) {
      this.sums.addItem(new ObjectStatus({
        title: text('posting.total'), text: text(isBalanced ? 'posting.balanced' : 'posting.unbalanced', money(debit, currency), money(credit, currency)),
        state: isBalanced ? ValueState.Success : ValueState.Error
      }).addStyleClass('sapUiSmallMarginTop sapUiMediumMarginEnd'))
    }
    this.drawFacts()
  }

  private drawFacts(): void {
    const { workOrderNumber, companyCode, fiscalYear, fiscalPeriod } = this.simulated ?? {} as Partial<Posting>
    const period = fiscalYear && fiscalPeriod ? `${fiscalPeriod}/${fiscalYear}` : ''
    this.facts.destroyItems()
    for (const [title, value] of [[text('posting.order'), workOrderNumber], [text('posting.companyCode'), companyCode], [text('posting.period'), period]]) {
      if (value) this.facts.addItem(new ObjectStatus({ title: title!, text: value }).addStyleClass('sapUiMediumMarginEnd sapUiTinyMarginTopBottom'))
    }
  }

  private tell(messages: Message[]): void {
    this.messages.destroyItems()
    const told = [...new Map(messages.map(message => [message.text, message])).values()].sort((a, b) => Number(b.isError) - Number(a.isError))
    if (!messages.length && !this.simulated?.lines.length) told.push({ code: '', text: text('posting.nothing'), isError: false })
    for (const message of told) {
      this.messages.addItem(new MessageStrip({ text: message.text, type: message.isError ? MessageType.Error : MessageType.Warning, showIcon: true }).addStyleClass('sapUiTinyMarginBottom'))
    }
  }

  private refuse({ message }: Refusal): void {
    this.tell([{ code: '', text: message, isError: true }])
  }
}
