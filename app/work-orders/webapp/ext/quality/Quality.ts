import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { act, names, rows } from '../live/requests'
import { notificationRow, type Notification } from './words'

interface Loaded { notifications: Notification[] }

/** A customer's complaint; who sees something else than that chooses it. */
const USUAL_TYPE = 'Q1'

/**
 * What quality knows of an order, and the way to tell it more.
 * @namespace aftersales.workorders.ext.quality
 */
export default class Quality extends OrderPart<Loaded> {
  static readonly renderer = contentRenderer

  async raise(): Promise<void> {
    const types = await names(this.service(), '/NotificationTypes')
    const { text } = this.language()
    this.ask({
      title: text('quality.raise'), explained: text('quality.explained'), deed: text('quality.raise'),
      fields: [
        { name: 'type_code', kind: 'choice', label: text('quality.type'), required: true, value: USUAL_TYPE, choices: Object.entries(types).map(([key, name]) => ({ key, text: name })) },
        { name: 'text', kind: 'text', label: text('quality.text'), required: true, maxLength: 1000 }
      ],
      send: values => act(this.service(), `/WorkOrders(${this.workOrder()})/aftersales.QualityService.raiseNotification`, values)
    })
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.quality.NotificationList'
  }

  protected service(): ODataModel {
    return this.getModel('quality') as ODataModel
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Loaded> {
    const notifications = await rows<Notification>(model, '/QualityNotifications', {
      $filter: `workOrder_ID eq ${workOrder} and IsActiveEntity eq true`, $orderby: 'createdAt desc', $select: 'ID,IsActiveEntity,number,shortText,createdAt',
      $expand: 'type($select=code,name),status($select=code,name,criticality),rule($select=code,name)'
    })
    return { notifications }
  }

  protected show({ notifications }: Loaded, language: Language): object {
    return { rows: notifications.map(notification => notificationRow(notification, language)) }
  }
}
