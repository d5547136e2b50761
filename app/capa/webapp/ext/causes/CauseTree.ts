import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import MessageBox from 'sap/m/MessageBox'
import type Tree from 'sap/m/Tree'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { call, type Refusal } from 'aftersales/forms/call'
import { askFor, type Field } from 'aftersales/forms/form'
import { readAgain } from 'aftersales/forms/sign'
import { mayEdit, type Named, readBranches, readCauses } from './reading'
import { bonesOf, type Cause, flat, newParents, treeOf, type Why } from './tree'

/** Until the root cause is confirmed. */
const SEARCHING = ['Initiated', 'Contained', 'RiskAssessed']

/**
 * The answers to "why?" as a tree that people build, and the same on the branches of a fishbone. Earlier cycles can be read.
 * @namespace aftersales.capa.ext.causes
 */
export default class CauseTree extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { capa: { type: 'string' }, version: { type: 'any' }, cycle: { type: 'any' }, phase: { type: 'string' }, problem: { type: 'string' } },
    aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } }
  }

  static readonly renderer = contentRenderer

  private readonly state = new JSONModel({ whys: [], bones: [], cycles: [], mayChange: false })
  private begun = false
  private shown?: string
  private causes: Cause[] = []
  private branches: Named[] = []
  private mayChange = false

  onBeforeRendering(): void {
    if (!this.begun) this.begin()
    const wanted = ['capa', 'version', 'cycle', 'phase', 'problem'].map(name => this.getProperty(name) as unknown).join(' ')
    if (wanted === this.shown || !this.getProperty('capa')) return
    this.shown = wanted
    this.state.setProperty('/cycle', String(this.getProperty('cycle')))
    void this.read()
  }

  choose(): void {
    const [item] = (Fragment.byId(this.getId(), 'tree') as Tree).getSelectedItems()
    this.state.setProperty('/chosen', item?.getBindingContext('cause')?.getObject() ?? null)
  }

  chooseCycle(): void {
    this.state.setProperty('/chosen', null)
    this.tell()
  }

  /** Below the chosen answer, or to the first "why?". */
  add(): void {
    const above = this.chosen()
    this.ask('add', above ? this.text('causes.addBelow', above.answer) : this.text('causes.addFirst', this.getProperty('problem') as string), this.entries(),
      values => this.act('addCause', { parent_ID: above?.ID ?? null, ...values }))
  }

  change(): void {
    const { ID, ...cause } = this.chosen()!
    this.ask('change', undefined, this.entries(cause), ({ branch_code = null, evidence = null, ...values }) => this.act('changeCause', { cause_ID: ID, branch_code, evidence, ...values }))
  }

  mark(): Promise<void> {
    const { ID, isRootCause } = this.chosen()!
    return this.actOrTell('markRootCause', { cause_ID: ID, isRootCause: !isRootCause })
  }

  ruleOut(): void {
    const { ID, isRuledOut, evidence } = this.chosen()!
    if (isRuledOut) return void this.actOrTell('ruleOutCause', { cause_ID: ID, isRuledOut: false })
    this.ask('ruleOut', this.text('causes.ruleOutExplained'), [{ name: 'evidence', kind: 'text', label: this.text('causes.evidence'), required: true, maxLength: 1000, value: evidence ?? undefined }],
      values => this.act('ruleOutCause', { cause_ID: ID, isRuledOut: true, ...values }))
  }

  move(): void {
    const { ID, parent_ID } = this.chosen()!
    const tree = treeOf(this.shownCauses())
    const choices = [{ key: '', text: this.text('causes.top') }, ...newParents(ID, tree).map(why => ({ key: why.ID, text: `${'– '.repeat(why.depth)}${why.answer}` }))]
    this.ask('move', undefined, [{ name: 'parent_ID', kind: 'choice', label: this.text('causes.under'), choices, value: parent_ID ?? '' }],
      ({ parent_ID: parent = null }) => this.act('moveCause', { cause_ID: ID, parent_ID: parent }))
  }

  remove(): void {
    const { ID, answer } = this.chosen()!
    const below = flat(treeOf(this.shownCauses())).find(why => why.ID === ID)!.whys.length
    MessageBox.confirm(this.text(below ? 'causes.removeBranch' : 'causes.removeOne', answer), {
      onClose: (action: string) => { if (action === 'OK') void this.actOrTell('removeCause', { cause_ID: ID }) }
    })
  }

  private entries(cause?: Partial<Cause>): Field[] {
    return [
      { name: 'answer', kind: 'text', label: this.text('causes.answer'), required: true, maxLength: 1000, value: cause?.answer },
      { name: 'branch_code', kind: 'choice', label: this.text('causes.branch'), choices: [{ key: '', text: '–' }, ...this.branches.map(({ code, name }) => ({ key: code, text: name }))], value: cause?.branch_code ?? '' },
      { name: 'evidence', kind: 'text', label: this.text('causes.evidence'), maxLength: 1000, value: cause?.evidence ?? undefined }
    ]
  }

  private ask(deed: string, explained: string | undefined, fields: Field[], send: (values: Record<string, string | undefined>) => Promise<void>): void {
    askFor(this, { title: this.text(`causes.${deed}`), explained, deed: this.text(`causes.${deed}`), fields, send })
  }

  private async act(action: string, values: object): Promise<void> {
    const row = this.getBindingContext() as Context
    await call(this.getModel() as ODataModel, action, values, row)
    await Promise.all([this.read(), readAgain(row, ['causes'])])
  }

  private async actOrTell(action: string, values: object): Promise<void> {
    try {
      await this.act(action, values)
    } catch (refusal) {
      MessageBox.error((refusal as Refusal).message)
    }
  }

  private async read(): Promise<void> {
    const capa = this.getProperty('capa') as string
    const model = this.getModel() as ODataModel
    try {
      const [causes, branches, mayChange] = await Promise.all([readCauses(model, capa), readBranches(model), mayEdit(model)])
      if (this.isDestroyed() || capa !== this.getProperty('capa')) return
      Object.assign(this, { causes, branches, mayChange })
      this.state.setProperty('/failed', false)
      this.tell()
    } catch {
      this.state.setProperty('/failed', true)
    }
  }

  private tell(): void {
    const cycle = Number(this.state.getProperty('/cycle')), current = Number(this.getProperty('cycle'))
    const tree = treeOf(this.shownCauses())
    const bones = bonesOf(tree, this.branches, this.text('causes.noBranch'))
    this.state.setData({
      whys: tree.map(why => this.worded(why)), bones, problem: this.getProperty('problem') as string,
      described: bones.filter(({ answers }) => answers.length).map(({ name, answers }) => `${name}: ${answers.map(({ answer }) => answer).join('; ')}`).join('. '),
      cycles: Array.from({ length: current }, (_, index) => ({ key: String(index + 1), text: this.text('causes.cycleOf', index + 1) })),
      mayChange: this.mayChange && cycle === current && SEARCHING.includes(this.getProperty('phase') as string), chosen: null
    }, true)
    ;(Fragment.byId(this.getId(), 'tree') as Tree | undefined)?.removeSelections(true)
  }

  private worded(why: Why): object {
    const branch = this.branches.find(({ code }) => code === why.branch_code)?.name
    return {
      ...why, branch, question: this.text('causes.why', why.depth), proof: this.text('causes.proof', why.evidence ?? ''), whys: why.whys.map(each => this.worded(each))
    }
  }

  private shownCauses(): Cause[] {
    return this.causes.filter(({ cycle }) => String(cycle) === this.state.getProperty('/cycle'))
  }

  private chosen(): Cause | undefined {
    return (this.state.getProperty('/chosen') as Cause | null) ?? undefined
  }

  private text(key: string, ...values: (string | number)[]): string {
    return ((this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle).getText(key, values)!
  }

  private begin(): void {
    this.begun = true
    this.state.setSizeLimit(1000)
    this.setModel(this.state, 'cause')
    void Fragment.load({ id: this.getId(), name: 'aftersales.capa.ext.causes.CauseTree', controller: this }).then(content => this.setAggregation('content', content as Control))
  }
}
