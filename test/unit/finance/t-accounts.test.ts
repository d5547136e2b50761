import { hasTwoCurrencies, sumsOf, tAccountsOf, type Line } from '../../../app/forms/webapp/posting/accounts'

const line = (number: number, debitCredit: 'S' | 'H', glAccount: string, amount: string, more: Partial<Line> = {}): Line => ({
  line: number, debitCredit, glAccount, amount, currency: 'EUR', companyCodeAmount: amount, companyCodeCurrency: 'EUR', costObjectKind: null, costObject: null, taxCode: null,
  accountingIndicatorName: null, costTypeName: null, text: null, postedBy: 'journalEntry', postedByName: 'Journal Entry', hostDocument: null, ...more
})

describe('T-accounts', () => {
  test('have debits on one side and credits on the other, in the order of the lines, and accounts in the order of their numbers', () => {
    const accounts = tAccountsOf([line(2, 'H', '21900000', '60.80'), line(1, 'S', '65300000', '60.80'), line(3, 'S', '21900000', '5')], 'document')
    expect(accounts.map(({ number, debits, credits }) => [number, debits.map(each => each.line), credits.map(each => each.line)])).toEqual([['21900000', [3], [2]], ['65300000', [1], []]])
  })

  test('add up without losing a cent', () => {
    const lines = [...Array.from({ length: 10 }, (_, index) => line(index, 'S', '65300000', '0.10')), line(11, 'H', '21900000', '1.00')]
    expect(sumsOf(lines, 'document')).toEqual([{ currency: 'EUR', debit: '1.000', credit: '1.000', isBalanced: true }])
    expect(sumsOf([line(1, 'S', '65300000', '9007199254740993.001'), line(2, 'H', '21900000', '9007199254740993')], 'document')).toMatchObject([{ isBalanced: false }])
  })

  test('never add two currencies', () => {
    const lines = [line(1, 'S', '61008000', '12000', { currency: 'JPY', companyCodeAmount: '71.43' }), line(2, 'H', '21120000', '12000', { currency: 'JPY', companyCodeAmount: '71.43' }), line(3, 'S', '61008000', '1.5'), line(4, 'H', '21120000', '1.5')]
    expect(sumsOf(lines, 'document').map(({ currency, debit, isBalanced }) => [currency, debit, isBalanced])).toEqual([['EUR', '1.500', true], ['JPY', '12000.000', true]])
    expect(sumsOf(lines, 'companyCode')).toEqual([{ currency: 'EUR', debit: '72.930', credit: '72.930', isBalanced: true }])
    expect([hasTwoCurrencies(lines), hasTwoCurrencies(lines.slice(2))]).toEqual([true, false])
  })

  test('say of each line whether the host books it by itself, and name nothing twice', () => {
    const [{ debits: [issued] }, { debits: [ours] }] = tAccountsOf([
      line(1, 'S', '51600000', '10', { postedBy: 'goodsIssue', postedByName: 'Goods Issue', hostDocument: '4900000000/2026' }),
      line(2, 'S', '61003000', '10', { text: 'Travel', costTypeName: 'Travel', costObjectKindName: 'Cost Center', costObject: '10101301' })
    ], 'document')
    expect(issued).toMatchObject({ isOurs: false, bookedBy: 'Goods Issue', hostDocument: '4900000000/2026' })
    expect(ours).toMatchObject({ isOurs: true, words: ['Travel', 'Cost Center 10101301'] })
  })
})
