import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import ColumnListItem from 'sap/m/ColumnListItem'
import ObjectIdentifier from 'sap/m/ObjectIdentifier'
import type { SearchField$SearchEvent } from 'sap/m/SearchField'
import type Table from 'sap/m/Table'
import Text from 'sap/m/Text'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import DateFormat from 'sap/ui/core/format/DateFormat'
import Controller from 'sap/ui/core/mvc/Controller'
import type UIComponent from 'sap/ui/core/UIComponent'
import Device from 'sap/ui/Device'
import Spreadsheet from 'sap/ui/export/Spreadsheet'
import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import Sorter from 'sap/ui/model/Sorter'
import { drawn, heightOf, ICONS, pieceIn, startAt, type Start, type TraceNode } from '../model/pieces'
import { find, type Found, readTrace } from '../model/reading'

const EXPORTED = ['equipmentNumber', 'serialNumber', 'equipmentName', 'customerName', 'siteName', 'city', 'country', 'partNumber', 'batch', 'partSerialNumber', 'fittedAt', 'removedAt', 'openOrders', 'openNotifications']

/**
 * Who else has it: the ways from an order, notification, case, batch, serial number or supplier to all that it may concern.
 * @namespace aftersales.trace.controller
 */
export default class Trace extends Controller {
  private readonly ui = new JSONModel({ words: '', found: [], nodes: [], edges: [], notice: '', noticeType: 'Information', counted: '', onlyFitted: false, busy: false, phone: Device.system.phone })
  private turn = 0

  onInit(): void {
    this.ui.setSizeLimit(2000)
    this.getView()!.setModel(this.ui, 'ui')
    void this.begin()
  }

  /** One meaning is followed at once; several are offered. */
  async find(event: SearchField$SearchEvent): Promise<void> {
    const words = event.getParameter('query')?.trim()
    if (words) await this.look(words)
  }

  choose(event: Event): Promise<void> {
    const { start } = (event.getSource() as Control).getBindingContext('ui')!.getObject() as Found
    this.ui.setProperty('/found', [])
    return this.trace(start)
  }

  pick(event: Event): void {
    const [item] = (event.getParameters() as { items: Control[] }).items
    const node = item?.getBindingContext('ui')?.getObject() as TraceNode | undefined
    if (node?.kind) this.ui.setProperty('/picked', node)
  }

  pickFromList(event: Event): void {
    this.ui.setProperty('/picked', (event.getSource() as Control).getBindingContext('ui')!.getObject())
  }

  traceFromHere(): Promise<void> {
    return this.trace(startAt(this.ui.getProperty('/picked') as TraceNode))
  }

  showHolders(): void {
    const piece = this.ui.getProperty('/piece') as Start
    const filters = [
      new Filter('part_ID', FilterOperator.EQ, piece.part_ID),
      piece.batch ? new Filter('batch', FilterOperator.EQ, piece.batch) : new Filter('partSerialNumber', FilterOperator.EQ, piece.serialNumber),
      ...this.ui.getProperty('/onlyFitted') ? [new Filter('isFitted', FilterOperator.EQ, true)] : []
    ]
    const format = DateFormat.getDateInstance({ style: 'medium' })
    const day = (path: string) => ({ path, targetType: 'any', formatter: (at: string | null) => (at ? format.format(new Date(at)) : '') })
    ;(this.byId('holders') as Table).bindItems({
      path: '/BatchHolders', filters, sorter: [new Sorter('removedAt'), new Sorter('customerName'), new Sorter('ID')], parameters: { $count: true, $select: EXPORTED.join(',') },
      template: new ColumnListItem({
        cells: [
          new ObjectIdentifier({ title: '{serialNumber}', text: '{equipmentName}' }), new Text({ text: '{customerName}' }), new Text({ text: '{siteName} {city}' }), new Text({ text: '{partSerialNumber}' }),
          new Text({ text: day('fittedAt') as never }), new Text({ text: day('removedAt') as never }), new Text({ text: '{openOrders}' }), new Text({ text: '{openNotifications}' })
        ]
      }),
      templateShareable: false,
      events: { change: () => this.countHolders() }
    } as never)
  }

  async export(): Promise<void> {
    const binding = (this.byId('holders') as Table).getBinding('items') as ODataListBinding
    const columns = EXPORTED.map(property => ({ label: this.label(property), property }))
    const sheet = new Spreadsheet({ workbook: { columns }, dataSource: binding, fileName: 'holders.xlsx' } as never)
    await sheet.build().finally(() => sheet.destroy())
  }

  private async begin(): Promise<void> {
    await (this.getOwnerComponent()!.getModel('i18n') as ResourceModel).getResourceBundle()
    const given = (((this.getOwnerComponent() as UIComponent).getComponentData() as { startupParameters?: Record<string, string[]> })?.startupParameters) ?? {}
    const start = Object.fromEntries(['kind', 'ID', 'part_ID', 'batch', 'serialNumber', 'supplier'].flatMap(name => (given[name]?.[0] ? [[name, given[name][0]]] : []))) as unknown as Start
    if (start.kind) await this.trace(start)
    else this.tell(this.text('begin'))
  }

  private async look(words: string): Promise<void> {
    this.ui.setProperty('/busy', true)
    try {
      const found = await find(this.model(), words)
      if (found.length === 1) return await this.trace(found[0].start)
      this.ui.setProperty('/found', found.map(each => ({ ...each, icon: ICONS[each.start.kind], kindName: this.text(`kind.${each.start.kind}`) })))
      this.tell(found.length ? '' : this.text('nothing', words))
    } catch {
      this.tell(this.text('failed'), 'Warning')
    } finally {
      this.ui.setProperty('/busy', false)
    }
  }

  /** Late answers to older questions are dropped. */
  private async trace(start: Start): Promise<void> {
    const turn = ++this.turn
    this.ui.setProperty('/busy', true)
    try {
      const trace = await readTrace(this.model(), start)
      if (turn !== this.turn) return
      const piece = pieceIn(trace.nodes)
      this.ui.setData({
        ...drawn(trace, { kind: code => this.text(`kind.${code}`), edge: code => this.text(`edge.${code}`), label: key => this.text(key) }),
        height: heightOf(trace.nodes), piece: piece ?? null, picked: null, found: [], counted: this.text('counted', trace.nodes.length)
      }, true)
      this.tell(trace.isCut ? this.text('cut', trace.shown, trace.holders) : '')
      if (piece) this.showHolders()
    } catch {
      if (turn === this.turn) this.tell(this.text('failed'), 'Warning')
    } finally {
      if (turn === this.turn) this.ui.setProperty('/busy', false)
    }
  }

  private countHolders(): void {
    const { batch, serialNumber } = this.ui.getProperty('/piece') as Start
    const count = ((this.byId('holders') as Table).getBinding('items') as ODataListBinding).getCount()
    this.ui.setProperty('/holdersTitle', this.text('holders', batch ?? serialNumber ?? '', count ?? 0))
  }

  private tell(notice: string, noticeType = 'Information'): void {
    this.ui.setData({ notice, noticeType }, true)
  }

  private label(property: string): string {
    return (this.model().getMetaModel().getObject(`/BatchHolders/${property}@com.sap.vocabularies.Common.v1.Label`) as string | undefined) ?? property
  }

  private model(): ODataModel {
    return this.getOwnerComponent()!.getModel() as ODataModel
  }

  private text(key: string, ...values: (string | number)[]): string {
    return ((this.getOwnerComponent()!.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle).getText(key, values)!
  }
}
