import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call, read } from '../model/requests'
import type { AreaLoad, Board, OpenOrder, Plan } from '../model/types'

export interface Area { code: string; name: string; timeZone: string | null }

export const readAreas = (model: ODataModel): Promise<Area[]> =>
  read(model, '/ServiceAreas', { select: 'code,name,timeZone', filters: [new Filter('IsActiveEntity', FilterOperator.EQ, true)], sorters: [new Sorter('name')] })

export const readBoard = (model: ODataModel, area_code: string, firstDay: string, lastDay: string): Promise<Board> =>
  call(model, 'board', { area_code, firstDay, lastDay })

export const readStamp = (model: ODataModel, area_code: string): Promise<string> => call(model, 'boardStamp', { area_code })

export const readLoads = (model: ODataModel, firstDay: string, lastDay: string): Promise<AreaLoad[]> => call(model, 'areaLoads', { firstDay, lastDay })

const ORDER = 'ID,number,shortText,priority_code,priorityName,faultName,model,customerName,city,promisedAt,requestedStart,latitude,longitude'

/** Those whose promise ends first come first; without a promise they come last. */
export async function readOrders(model: ODataModel, area: string): Promise<OpenOrder[]> {
  const orders = await read<OpenOrder>(model, '/UnassignedOrders', {
    select: ORDER, filters: [new Filter('serviceArea_code', FilterOperator.EQ, area)], sorters: [new Sorter('promisedAt'), new Sorter('priority_code'), new Sorter('number')]
  })
  return [...orders.filter(({ promisedAt }) => promisedAt), ...orders.filter(({ promisedAt }) => !promisedAt)]
}

/** The plan of the area that somebody still has to decide on, or waits for. */
export async function readOpenPlan(model: ODataModel, area: string): Promise<Plan | undefined> {
  const states = ['Queued', 'Running', 'Ready'].map(state => new Filter('state_code', FilterOperator.EQ, state))
  const [plan] = await read<Plan>(model, '/Plans', {
    select: 'ID,number,area_code,state_code', most: 1, sorters: [new Sorter('createdAt', true)],
    filters: [new Filter('area_code', FilterOperator.EQ, area), new Filter({ filters: states, and: false })]
  })
  return plan
}
