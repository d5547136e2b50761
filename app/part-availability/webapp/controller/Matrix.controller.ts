import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type { SearchField$LiveChangeEvent, SearchField$SearchEvent } from 'sap/m/SearchField'
import type ResponsivePopover from 'sap/m/ResponsivePopover'
import type Event from 'sap/ui/base/Event'
import DateFormat from 'sap/ui/core/format/DateFormat'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import Fragment from 'sap/ui/core/Fragment'
import Controller from 'sap/ui/core/mvc/Controller'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import type StockMatrix from '../matrix/StockMatrix'
import { keyOf, matrixOf, type Part, type Stock, type Words } from '../matrix/rows'
import { askHost, readParts, readPlants, readStocks } from './reading'

const REMEMBERED = 'aftersales.partavailability.plant'
const PAGE = 25
const TYPING_PAUSE = 350

/**
 * Where parts lie: parts down, places across, with the age of the figures.
 * @namespace aftersales.partavailability.controller
 */
export default class Matrix extends Controller {
  private readonly ui = new JSONModel({ words: '', plant: '', plants: [], counted: '', notice: '', hasMore: false, asking: false, phone: Device.system.phone })
  private parts: Part[] = []
  private stocks: Stock[] = []
  private most = PAGE
  private turn = 0
  private typing?: ReturnType<typeof setTimeout>

  onInit(): void {
    this.getView()!.setModel(this.ui, 'ui')
    void this.begin()
  }

  onExit(): void {
    clearTimeout(this.typing)
  }

  type(event: SearchField$LiveChangeEvent): void {
    clearTimeout(this.typing)
    this.ui.setProperty('/words', event.getParameter('newValue'))
    this.typing = setTimeout(() => void this.look(), TYPING_PAUSE)
  }

  find(event: SearchField$SearchEvent): void {
    clearTimeout(this.typing)
    this.ui.setProperty('/words', event.getParameter('query'))
    void this.look()
  }

  changePlant(): void {
    window.localStorage.setItem(REMEMBERED, this.ui.getProperty('/plant') as string)
    void this.refresh()
  }

  more(): void {
    this.most += PAGE
    void this.refresh()
  }

  /** One part after the other: the host answers each by itself, and what it told is shown at once. */
  async askHost(): Promise<void> {
    this.ui.setProperty('/asking', true)
    let failed = 0
    for (const part of [...this.parts]) {
      await askHost(this.model(), part).catch(() => { failed += 1 })
      this.ui.setProperty('/counted', this.words().text('asking', part.name))
      if (failed > 2) break
    }
    await this.refresh()
    this.ui.setProperty('/asking', false)
    if (failed) this.ui.setProperty('/notice', this.words().text('hostAway'))
  }

  async openCell(event: Event): Promise<void> {
    const { key, opener } = event.getParameters() as { key: string; opener: HTMLElement }
    const stock = this.stocks.find(each => keyOf(each) === key)!
    const popover = (await Fragment.load({ id: this.createId('cell'), name: 'aftersales.partavailability.view.Cell', controller: this })) as ResponsivePopover
    popover.setModel(new JSONModel(this.details(stock)), 'cell')
    popover.attachAfterClose(() => popover.destroy())
    this.getView()!.addDependent(popover)
    popover.openBy(opener)
  }

  private async begin(): Promise<void> {
    await ((this.getView()!.getModel('i18n') ?? this.getOwnerComponent()!.getModel('i18n')) as ResourceModel).getResourceBundle()
    const plants = await readPlants(this.model()).catch(() => [])
    const remembered = window.localStorage.getItem(REMEMBERED)
    this.ui.setProperty('/plants', [{ key: '', text: this.words().text('allPlants') }, ...plants.map(key => ({ key, text: key }))])
    this.ui.setProperty('/plant', remembered !== null && ['', ...plants].includes(remembered) ? remembered : plants[0] ?? '')
    await this.refresh()
  }

  private look(): Promise<void> {
    this.most = PAGE
    return this.refresh()
  }

  /** Late answers to older questions are dropped. */
  private async refresh(): Promise<void> {
    const turn = ++this.turn
    const { words, plant } = this.ui.getData() as { words: string; plant: string }
    try {
      const parts = await readParts(this.model(), words, this.most + 1)
      const shown = parts.slice(0, this.most)
      const stocks = await readStocks(this.model(), shown, plant)
      if (turn !== this.turn) return
      this.parts = shown
      this.stocks = stocks
      this.ui.setProperty('/hasMore', parts.length > this.most)
      this.ui.setProperty('/notice', '')
      this.show()
    } catch {
      if (turn === this.turn) this.ui.setProperty('/notice', this.words().text('failed'))
    }
  }

  private show(): void {
    const table = matrixOf(this.parts, this.stocks, this.words())
    this.ui.setProperty('/counted', this.words().text('counted', table.rows.length, table.places.length))
    ;(this.byId('table') as StockMatrix).setProperty('table', table)
  }

  private details(stock: Stock): object {
    const { text, quantity, age } = this.words()
    const instants = DateFormat.getDateTimeInstance({ style: 'medium/short' }), days = DateFormat.getDateInstance({ style: 'medium', UTC: true })
    const { name, baseUnit } = this.parts.find(({ ID }) => ID === stock.part_ID)!
    const pieces = (value: string | null) => [quantity(value ?? 0), baseUnit].filter(Boolean).join('\u00a0')
    const some = (value: string | null) => (Number(value) ? pieces(value) : '')
    return {
      title: name, place: [stock.placeName, `${stock.plant} ${stock.storageLocation}`, stock.technicianName].filter((each, index, all) => each && all.indexOf(each) === index).join(' · '),
      available: pieces(stock.available), state: Number(stock.available) > 0 ? 'Success' : 'Error', unrestricted: pieces(stock.unrestricted), claimed: pieces(stock.claimed),
      reserved: pieces(stock.reserved), blocked: some(stock.blocked), inTransit: some(stock.inTransit),
      onOrder: Number(stock.onOrder) ? [pieces(stock.onOrder), stock.onOrderDate && days.format(new Date(stock.onOrderDate))].filter(Boolean).join(' · ') : '',
      expected: stock.expectedAt ? instants.format(new Date(stock.expectedAt)) : '', age: stock.readAt ? age(stock.readAt) : text('never')
    }
  }

  private words(): Words {
    const bundle = (this.getOwnerComponent()!.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
    const quantities = NumberFormat.getFloatInstance({ maxFractionDigits: 3 }), ages = DateFormat.getDateTimeInstance({ relative: true, relativeScale: 'auto' })
    return { text: (key, ...figures) => bundle.getText(key, figures) ?? key, quantity: value => quantities.format(Number(value)), age: iso => ages.format(new Date(iso)) }
  }

  private model(): ODataModel {
    return this.getOwnerComponent()!.getModel() as ODataModel
  }
}
