import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Plan, Sums } from './figures'

/** What the filter bar asks for. */
export interface Wanted { filters?: Filter[]; search?: string }

type Row = Record<string, string | number | null>

/** One row of totals, added up by the database. */
async function total(model: ODataModel, path: string, filters: Filter[], search: string | undefined, aggregate: object): Promise<Row> {
  const list = model.bindList(path, undefined, [], filters, { $$aggregation: { aggregate, ...(search ? { search } : {}) }, $$groupId: '$direct' } as object)
  const [row] = await list.requestContexts(0, 1)
  const read = (row?.getObject() ?? {}) as Row
  list.destroy()
  return read
}

export async function readSums(model: ODataModel, { filters = [], search }: Wanted): Promise<Sums> {
  const row = await total(model, '/CostAnalysis', filters, search, {
    companyCodeAmount: {}, warrantyAmount: {}, recoveredAmount: {}, currency: { name: 'companyCodeCurrency_code', with: 'min' }, orders: { name: 'workOrder_ID', with: 'countdistinct' }
  })
  return {
    currency: row.currency as string | null, cost: row.companyCodeAmount as string | null, warranty: row.warrantyAmount as string | null,
    recovered: row.recoveredAmount as string | null, orders: Number(row.orders ?? 0)
  }
}

/** Of the orders that have such costs. */
export async function readPlan(model: ODataModel, { filters = [] }: Wanted): Promise<Plan> {
  const withSuchCosts = filters.length ? [new Filter({ path: 'costs', operator: FilterOperator.Any, variable: 'cost', condition: new Filter({ filters: filters.map(within), and: true }) })] : []
  const row = await total(model, '/CostComparison', withSuchCosts, undefined, { planned: {}, actual: {} })
  return { planned: row.planned as string | null, actual: row.actual as string | null }
}

/** The same filter on a cost of the order. */
function within(filter: Filter): Filter {
  const parts = filter.getFilters()
  if (parts) return new Filter({ filters: parts.map(within), and: filter.isAnd() })
  return new Filter({ path: `cost/${filter.getPath()}`, operator: filter.getOperator()!, value1: filter.getValue1(), value2: filter.getValue2() })
}
