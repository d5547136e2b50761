import type { MetadataOptions } from 'sap/ui/core/Element'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { readStandings } from '../clocks/read'
import type { Standing } from '../clocks/standing'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import type { Permissions } from '../live/permissions'
import { deadlineOf, type Promised } from './words'

interface Standings { clocks: Standing[] }

/**
 * The order's deadline in the page's header, counted down. Without clocks it counts down to what the order promises.
 * @namespace aftersales.workorders.ext.deadline
 */
export default class Deadline extends OrderPart<Standings> {
  static readonly metadata: MetadataOptions = {
    properties: {
      status: { type: 'string' }, promisedAt: { type: 'any' }, pausedAt: { type: 'any' }, completedAt: { type: 'any' }, hasClocks: { type: 'boolean' }
    }
  }

  static readonly renderer = contentRenderer

  protected readonly meanwhile = { clocks: [] }

  protected fragment(): string {
    return 'aftersales.workorders.ext.deadline.DeadlineStatus'
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Standings> {
    return { clocks: this.getProperty('hasClocks') ? await readStandings(model, workOrder) : [] }
  }

  protected show({ clocks }: Standings, language: Language, passed: number): object {
    return deadlineOf(this.promised(), clocks, language, Date.now(), passed)
  }

  protected subject(): unknown[] {
    return [...super.subject(), this.getProperty('hasClocks'), ...Object.values(this.promised())]
  }

  /** It offers nothing to do, and there may be no service to ask. */
  protected async permissions(): Promise<Partial<Permissions>> {
    return {}
  }

  private promised(): Promised {
    const [status, promisedAt, pausedAt, completedAt] = ['status', 'promisedAt', 'pausedAt', 'completedAt'].map(name => this.getProperty(name) as string | null)
    return { status, promisedAt, pausedAt, completedAt }
  }
}
