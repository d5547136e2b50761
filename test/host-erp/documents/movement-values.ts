import { companyCodeOfPlant, ownAccounts } from '../data/books'
import { book, type Line } from './ledger'

type Row = Record<string, any>

/** Movement types between stock and who bears the cost; all others stay within stock or come from outside. */
const TO_AND_FROM_COSTS = ['201', '202', '261', '262', '291', '292', '551', '552']

/** Each item at the moving price: an issue debits who bears it and credits stock, a return or a reversal the other way round. */
export async function bookMovement(header: Row, items: Row[]): Promise<void> {
  const { cost, offset: stock } = ownAccounts('part')
  const { MaterialDocument, MaterialDocumentYear, PostingDate: postingDate, ReferenceDocument: reference } = header
  for (const [index, item] of items.filter(({ GoodsMovementType }) => TO_AND_FROM_COSTS.includes(GoodsMovementType)).entries()) {
    const isIssue = item.DebitCreditCode === 'H'
    const value = { amount: String(item.GdsMvtExtAmtInCoCodeCrcy), currency: item.CompanyCodeCurrency }
    const lines: Line[] = [
      { ...value, account: cost, debitCredit: isIssue ? 'S' : 'H', costCenter: item.CostCenter, internalOrder: item.ManufacturingOrder, wbsElement: item.WBSElement },
      { ...value, account: stock, debitCredit: isIssue ? 'H' : 'S' }
    ]
    const reverses = item.ReversedMaterialDocument ? `${item.ReversedMaterialDocument}/${item.ReversedMaterialDocumentYear}` : undefined
    await book({
      document: `${MaterialDocument}/${MaterialDocumentYear}`, origin: 'MKPF', companyCode: companyCodeOfPlant.get(item.Plant) ?? item.Plant, postingDate, reference, reverses, firstLine: 2 * index + 1
    }, lines)
  }
}
