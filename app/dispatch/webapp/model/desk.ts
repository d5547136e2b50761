import type View from 'sap/ui/core/mvc/View'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Clock } from './clock'
import type { Person } from './types'

/** What dialogs need of the page that opens them. */
export interface Desk {
  view: View
  model: ODataModel
  clock: Clock
  area: string
  areaName: string
  /** First and last day that is shown. */
  days: [string, string]
  crew: Person[]
  text(key: string, ...figures: (string | number)[]): string
  /** Reads the board anew. */
  refresh(): Promise<void>
}
