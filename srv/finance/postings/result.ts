import { entities } from '../../entities'
import { type CostObject, objectKind, objectText, totalOf } from './document'
import { sentenceOf } from './findings'
import type { Gathered } from './gathering'
import type { Written } from './writing'

export interface PostingLine {
  line: number; debitCredit: string; glAccount: string; amount: string; currency: string; companyCodeAmount: string; companyCodeCurrency: string
  costObjectKind: string | null; costObjectKindName: string | null; costObject: string; taxCode: string | null; accountingIndicator: string | null; accountingIndicatorName: string | null
  costType: string | null; costTypeName: string | null; text: string | null; postedBy: string; postedByName: string | null; hostDocument: string | null; repairCost_ID: string | null
}

export interface PostingResult {
  posting_ID: string | null; number: string | null; isSimulated: boolean; canPost: boolean; workOrder_ID: string; workOrderNumber: string; companyCode: string; currency: string
  documentDate: string; postingDate: string; fiscalYear: number; fiscalPeriod: number; total: string; lines: PostingLine[]
  messages: { code: string; text: string; repairCost_ID: string | null; isError: boolean }[]
}

/** The document as people read it. */
export async function resultOf(gathered: Gathered, written?: Written): Promise<PostingResult> {
  const { order, lines, findings, companyCode, currency, documentDate, postingDate, fiscalYear, fiscalPeriod } = gathered
  const [indicators, costTypes, ways, kinds] = [await namesOf('AccountingIndicators'), await namesOf('CostTypes'), await namesOf('PostedByKinds'), await namesOf('CostObjectKinds')]
  const object = (line: CostObject) => ({ costObjectKind: objectKind(line), costObjectKindName: kinds.get(objectKind(line) ?? '') ?? null, costObject: objectText(line) })
  return {
    posting_ID: written?.ID ?? null, number: written?.number ?? null, isSimulated: !written, canPost: !written && !findings.some(({ isError }) => isError),
    workOrder_ID: order.ID, workOrderNumber: order.number, companyCode, currency, documentDate, postingDate, fiscalYear, fiscalPeriod, total: totalOf(lines),
    lines: lines.map(line => ({
      line: line.line, debitCredit: line.debitCredit, glAccount: line.glAccount, amount: line.amount, currency: line.currency, companyCodeAmount: line.companyCodeAmount,
      companyCodeCurrency: line.companyCodeCurrency, ...object(line), taxCode: line.taxCode, accountingIndicator: line.accountingIndicator,
      accountingIndicatorName: indicators.get(line.accountingIndicator ?? '') ?? null, costType: line.costType, costTypeName: costTypes.get(line.costType ?? '') ?? null, text: line.text,
      postedBy: line.postedBy, postedByName: ways.get(line.postedBy) ?? null, hostDocument: line.hostDocument, repairCost_ID: line.repairCost_ID
    })),
    messages: findings.map(finding => ({ code: finding.code, text: sentenceOf(finding), repairCost_ID: finding.repairCost_ID ?? null, isError: finding.isError }))
  }
}

async function namesOf(entity: string): Promise<Map<string, string>> {
  const rows = (await SELECT.localized.from(entities()[entity]).columns('code', 'name')) as unknown as { code: string; name: string }[]
  return new Map(rows.map(({ code, name }) => [code, name]))
}
