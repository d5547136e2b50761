import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type PlanningCalendar from 'sap/m/PlanningCalendar'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import DateFormat from 'sap/ui/core/format/DateFormat'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { openShift } from './navigation'
import { readFindings, readShifts } from './read'
import { placeOf, rowsOf, type Finding } from './rows'

const DAY = 86_400_000
/** How far ahead gaps and overlaps are looked for, in days. */
const AHEAD = 14
/** The calendar shows so many days where there is room. */
const SHOWN = 14
/** So many are told one by one. */
const TOLD = 6

/**
 * The rota as a calendar, a row for each team and place, and above it what is wrong with it.
 * @namespace aftersales.oncall.ext.rota
 */
export default class RotaPlan extends Control {
  static readonly metadata: MetadataOptions = {
    aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } }
  }

  static readonly renderer = contentRenderer

  private readonly state = new JSONModel({ busy: true, failed: null, findings: [], more: 0, rows: [], from: startOf(new Date()) })
  private isShown = false
  /** Whoever comes back from the page of a shift may have changed it. */
  private readonly again = () => void this.read()

  onBeforeRendering(): void {
    if (this.isShown) return
    this.isShown = true
    this.setModel(this.state, 'rota')
    void Fragment.load({ id: this.getId(), name: 'aftersales.oncall.ext.rota.Plan' }).then(content => {
      this.setAggregation('content', content as Control)
      this.calendar().attachStartDateChange(() => void this.read())
      this.calendar().attachAppointmentSelect(event => {
        const appointment = event.getParameter('appointment')
        if (appointment) openShift(this, appointment.getKey())
      })
      window.addEventListener('hashchange', this.again)
      return this.read()
    })
  }

  exit(): void {
    window.removeEventListener('hashchange', this.again)
  }

  private async read(): Promise<void> {
    const model = this.getModel() as ODataModel
    const from = this.calendar().getStartDate() as Date
    const to = new Date(from.getTime() + SHOWN * DAY)
    try {
      const [shifts, findings] = await Promise.all([readShifts(model, from, to), readFindings(model, AHEAD)])
      if (this.isDestroyed()) return
      this.state.setProperty('/rows', rowsOf(shifts, {
        allSites: this.text('allSites'), standBy: name => this.text('standBy', name), lead: name => this.text('lead', name)
      }))
      this.state.setProperty('/findings', findings.slice(0, TOLD).map(finding => ({ kind: finding.kind, text: this.worded(finding) })))
      this.state.setProperty('/more', Math.max(0, findings.length - TOLD))
      this.state.setProperty('/moreText', this.text('rotaMore', findings.length - TOLD))
      this.state.setProperty('/failed', false)
    } catch {
      this.state.setProperty('/failed', true)
    } finally {
      this.state.setProperty('/busy', false)
    }
  }

  private worded(finding: Finding & { regionName?: string }): string {
    const format = DateFormat.getDateTimeInstance({ style: 'medium/short' })
    const [from, to] = [finding.startsAt, finding.endsAt].map(instant => format.format(new Date(instant)))
    const place = placeOf(finding, finding.regionName ?? finding.region_code ?? undefined, this.text('allSites'))
    return this.text(finding.kind, place, from, to, finding.teams.join(', '))
  }

  private calendar(): PlanningCalendar {
    return Fragment.byId(this.getId(), 'calendar') as PlanningCalendar
  }

  private text(key: string, ...args: (string | number)[]): string {
    return ((this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle).getText(key, args) ?? key
  }
}

function startOf(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate())
}
