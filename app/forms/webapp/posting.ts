import MessageBox from 'sap/m/MessageBox'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import PostingDialog, { type Posting } from './posting/PostingDialog'
import { text, type Page } from './texts'

/**
 * Shows what posting an order's open costs would bring into the books, as T-accounts, and posts it where that is possible.
 * @param model of the finance service
 * @param posted called when a posting was written, before it is told
 */
export async function openPosting(page: Page, model: ODataModel, workOrder: string, posted?: () => unknown): Promise<void> {
  const { mayPost } = (await model.bindContext('/CurrentUser', undefined, { $$groupId: '$direct' } as object).requestObject()) as { mayPost: boolean | null }
  new PostingDialog(model, workOrder, mayPost === true, written => {
    posted?.()
    tell(written)
  }).open(page)
}

function tell({ posting_ID, number }: Posting): void {
  const show = text('posting.show')
  MessageBox.success(text('posting.posted', number ?? ''), {
    actions: [show, MessageBox.Action.CLOSE], emphasizedAction: MessageBox.Action.CLOSE,
    onClose: (chosen: string) => { if (chosen === show) window.location.hash = `#CostPosting-manage&/CostPostings(${posting_ID})` }
  })
}
