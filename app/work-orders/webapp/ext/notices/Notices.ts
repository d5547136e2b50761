import type Event from 'sap/ui/base/Event'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { closeDetails, openDetails, rowOf } from '../live/details'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { rows } from '../live/requests'
import { noticeRow, type Notice, type NoticeRow } from './words'

interface Loaded { notices: Notice[] }

/**
 * What was told to whom about an order, and how that went.
 * @namespace aftersales.workorders.ext.notices
 */
export default class Notices extends OrderPart<Loaded> {
  static readonly renderer = contentRenderer

  open(event: Event): void {
    void openDetails(this, 'aftersales.workorders.ext.notices.NoticeDetails', rowOf<NoticeRow>(event))
  }

  close(event: Event): void {
    closeDetails(event)
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.notices.NoticeList'
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Loaded> {
    const notices = await rows<Notice>(model, `/WorkOrders(${workOrder})/notices`, {
      $orderby: 'createdAt desc', $select: 'ID,recipient,subject,body,createdAt,sendAfter,sentAt,readAt,attempts,error',
      $expand: 'person($select=ID,name),channel($select=code,name),state($select=code,name,criticality)'
    })
    return { notices }
  }

  protected show({ notices }: Loaded, language: Language): object {
    return { rows: notices.map(notice => noticeRow(notice, language)) }
  }
}
