import ControllerExtension from 'sap/ui/core/mvc/ControllerExtension'
import type Context from 'sap/ui/model/odata/v4/Context'
import { followPage } from 'aftersales/forms/live'

/** Of postings and of billing requests. */
const ON_THE_WAY = ['Queued', 'Reversing']

/**
 * Shows without reloading what the host makes of a posting or a billing request, and of an order's costs.
 * @namespace aftersales.costpostings.ext.live
 */
export default class LivePage extends ControllerExtension {
  private end?: () => void

  static readonly overrides = {
    onInit(this: LivePage): void {
      this.end = followPage(this, isMoving)
    },
    onExit(this: LivePage): void {
      this.end?.()
    }
  }
}

function isMoving(row: Context): boolean {
  const { state_code, currentPosting_ID } = (row.getObject() ?? {}) as { state_code?: string; currentPosting_ID?: string | null }
  return ON_THE_WAY.includes(state_code ?? '') || Boolean(currentPosting_ID)
}
