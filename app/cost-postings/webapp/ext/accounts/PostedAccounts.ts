import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { tAccountsOf, type Line } from 'aftersales/forms/posting/accounts'
import TAccounts from 'aftersales/forms/posting/TAccounts'

interface Posted {
  line: number
  debitCredit: string
  glAccount: string
  amount: string
  currency_code: string
  companyCodeAmount: string
  companyCodeCurrency_code: string
  costObject: string | null
  taxCode: string | null
  text: string | null
  postedBy_code: string
  hostDocument: string | null
  accountingIndicator: { name: string } | null
  costType: { name: string } | null
  postedBy: { name: string } | null
}

/** More lines than this no posting has. */
const MANY = 1000

/**
 * The lines of a posting as T-accounts.
 * @namespace aftersales.costpostings.ext.accounts
 */
export default class PostedAccounts extends Control {
  static readonly metadata: MetadataOptions = { properties: { posting: { type: 'string' } }, aggregations: { content: { type: 'sap.ui.core.Control', multiple: false, visibility: 'hidden' } } }

  static readonly renderer = contentRenderer

  private shown?: string

  onBeforeRendering(): void {
    const posting = this.getProperty('posting') as string
    if (!posting || posting === this.shown) return
    this.shown = posting
    void this.read(posting)
  }

  private async read(posting: string): Promise<void> {
    const list = (this.getModel() as ODataModel).bindList('/CostPostingLines', undefined, [], [], {
      $filter: `posting_ID eq ${posting}`, $orderby: 'line', $$groupId: '$direct', $expand: 'accountingIndicator($select=name),costType($select=name),postedBy($select=name)',
      $select: 'line,debitCredit,glAccount,amount,currency_code,companyCodeAmount,companyCodeCurrency_code,costObject,taxCode,text,postedBy_code,hostDocument'
    } as object)
    const lines = (await list.requestContexts(0, MANY)).map(context => lineOf(context.getObject() as Posted))
    if (this.isDestroyed() || this.shown !== posting) return
    this.setAggregation('content', new TAccounts().setProperty('accounts', tAccountsOf(lines, 'document')))
  }
}

function lineOf({ currency_code: currency, companyCodeCurrency_code: companyCodeCurrency, postedBy_code, accountingIndicator, costType, postedBy, ...posted }: Posted): Line {
  return {
    ...posted, currency, companyCodeCurrency, costObjectKind: null,
    costTypeName: costType?.name ?? null, accountingIndicatorName: accountingIndicator?.name ?? null, postedBy: postedBy_code, postedByName: postedBy?.name ?? null
  }
}
