import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import Fragment from 'sap/ui/core/Fragment'
import type View from 'sap/ui/core/mvc/View'
import type ManagedObject from 'sap/ui/base/ManagedObject'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import type FilterBar from 'sap/ui/mdc/FilterBar'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { figuresOf } from './figures'
import { readPlan, readSums, type Wanted } from './reading'

interface Listed { getExtensionAPI(): { getFilters(): Wanted | undefined } }

/**
 * Key figures above the list, of the costs that its filters let through: they are read whenever the filters change.
 * @namespace aftersales.repaircosts.ext.figures
 */
export default class KeyFigures extends Control {
  static readonly metadata: MetadataOptions = { aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } } }

  static readonly renderer = contentRenderer

  private readonly state = new JSONModel({ isKnown: false })
  private begun = false
  private reading = 0

  onAfterRendering(): void {
    if (this.begun) return
    this.begun = true
    void this.begin()
  }

  private async begin(): Promise<void> {
    this.setModel(this.state, 'figures')
    this.setAggregation('content', (await Fragment.load({ id: this.getId(), name: 'aftersales.repaircosts.ext.figures.Tags' })) as Control)
    const bar = this.page().findAggregatedObjects(true, control => control.isA('sap.ui.mdc.FilterBar'))[0] as unknown as FilterBar
    await bar.initialized()
    bar.attachSearch(() => void this.read())
  }

  private async read(): Promise<void> {
    const turn = ++this.reading
    const wanted = (this.page().getController() as unknown as Listed).getExtensionAPI().getFilters() ?? { filters: [] }
    const model = this.getModel() as ODataModel
    try {
      const [sums, plan] = await Promise.all([readSums(model, wanted), readPlan(model, wanted)])
      if (turn === this.reading && !this.isDestroyed()) this.show(figuresOf(sums, plan))
    } catch {
      if (turn === this.reading) this.state.setData({ isKnown: false })
    }
  }

  private show({ currency, cost, perRepair, warrantyShare, recoveryRate, ofPlan, judgement }: ReturnType<typeof figuresOf>): void {
    const amounts = NumberFormat.getCurrencyInstance({ showMeasure: false }), shares = NumberFormat.getFloatInstance({ minFractionDigits: 1, maxFractionDigits: 1 })
    const amount = (value: string | null) => (value === null ? '–' : amounts.format([value, currency] as never))
    const share = (value: number | null) => (value === null ? '–' : shares.format(value))
    const unit = (value: unknown, measure: string) => (value === null ? '' : measure)
    this.state.setData({
      isKnown: true, judgement, cost: amount(cost), costUnit: unit(cost, currency), perRepair: amount(perRepair), perRepairUnit: unit(perRepair, currency),
      warrantyShare: share(warrantyShare), warrantyUnit: unit(warrantyShare, '%'), recoveryRate: share(recoveryRate), recoveryUnit: unit(recoveryRate, '%'),
      ofPlan: share(ofPlan), ofPlanUnit: unit(ofPlan, '%')
    })
  }

  private page(): View {
    let parent: ManagedObject | null = this.getParent()
    while (parent && !parent.isA<View>('sap.ui.core.mvc.View')) parent = parent.getParent()
    return parent as View
  }
}
