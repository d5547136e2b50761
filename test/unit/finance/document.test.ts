import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { type CostRow, imbalances, journalEntriesOf, type Line, linesOf, mirrored, totalOf } from '../../../srv/finance/postings/document'
import { wantedDocuments } from '../../../srv/finance/postings/host-documents'
import { chargesOf } from '../../../srv/finance/billing/charges'
import { splitAmount } from '../../../srv/finance/rules/share-out'

const row = (changes: Partial<CostRow>): CostRow => ({
  ID: 'row', costItem_ID: 'item', share: 1, amount: '100', currency: 'EUR', companyCodeAmount: '100', companyCodeCurrency: 'EUR', glAccount: '61003000', offsetAccount: '21900000',
  object: { costCenter: '10101301' }, postedBy: 'journalEntry', ...changes
})
const labour = (changes: Partial<CostRow>) => row({ postedBy: 'timeConfirmation', glAccount: '94308000', hostAccount: '94308000', offsetAccount: '94309000', ...changes })
const short = (lines: Line[]) => lines.map(({ debitCredit, glAccount, amount, postedBy, ...line }) =>
  [debitCredit, glAccount, line.costCenter ?? line.internalOrder ?? line.serviceOrderItem ?? '', amount, postedBy === 'journalEntry' ? 'ours' : postedBy].join(' '))

const SETTINGS = { serviceOrder: { type: 'SVO1', confirmationType: 'SVC1', salesArea: { '*': { salesOrganization: '1010', distributionChannel: '10', division: '00' } }, products: { '*': 'SRV_01' } } } as never
const HEADER = { number: 'CP-0000001', companyCode: '1010', documentDate: '2026-11-20', postingDate: '2026-11-22', text: 'WO-000001', assignment: 'WO-000001' }
const WORK = { ID: 'item', text: 'Repair', quantity: '2.5', unit: 'H', performedOn: '2026-11-20', costType: 'labour', activityType: 'T001', employeeNumber: '50001', costCenter: '10101301' }
const REPAIR = { number: 'WO-000001', shortText: 'Spindle', customer: '10100001', equipment: '10000001', serviceOrder: null }

describe('the document of an order', () => {
  test('debits whoever bears a cost of ours and credits its offset', () => {
    expect(short(linesOf([row({})]))).toEqual(['S 61003000 10101301 100 ours', 'H 21900000  100 ours'])
  })

  test('swaps debit and credit for what comes back', () => {
    expect(short(linesOf([row({ amount: '-100.5', companyCodeAmount: '-100.5' })]))).toEqual(['H 61003000 10101301 100.5 ours', 'S 21900000  100.5 ours'])
  })

  test('shows what the host books by itself, and nothing of ours where that is right already', () => {
    expect(short(linesOf([labour({})]))).toEqual(['S 94308000 10101301 100 timeConfirmation', 'H 94309000  100 timeConfirmation'])
  })

  test('moves only the share that somebody else bears, on the object of who bears most', () => {
    const lines = linesOf([
      labour({ ID: 'contract', share: 1, amount: '80', companyCodeAmount: '80', object: { internalOrder: '400105' } }),
      labour({ ID: 'billable', share: 2, amount: '20', companyCodeAmount: '20', glAccount: '50301000', taxCode: 'A1' })
    ])
    expect(short(lines)).toEqual([
      'S 94308000 400105 100 timeConfirmation', 'H 94309000  100 timeConfirmation', 'S 50301000 10101301 20 ours', 'H 94308000 400105 20 ours'
    ])
    expect(lines[2]).toMatchObject({ taxCode: 'A1', repairCost_ID: 'billable' })
    expect(lines[0].repairCost_ID).toBeNull()
  })

  test('moves a cost away from the object that the host has charged already', () => {
    const issued = labour({ postedBy: 'goodsIssue', hostObject: { costCenter: '10101101' }, hostDocument: '4900000001/2026' })
    expect(short(linesOf([issued]))).toEqual([
      'S 94308000 10101101 100 goodsIssue', 'H 94309000  100 goodsIssue', 'S 94308000 10101301 100 ours', 'H 94308000 10101101 100 ours'
    ])
    expect(linesOf([issued])[0].hostDocument).toBe('4900000001/2026')
  })

  test('journals on primary accounts what the host books on secondary ones', () => {
    const transfer = { transferAccount: '65308000', transferOffsetAccount: '21900000' }
    expect(short(linesOf([labour({ glAccount: '65300000', ...transfer })])).slice(2)).toEqual(['S 65300000 10101301 100 ours', 'H 65308000 10101301 100 ours'])
    expect(short(linesOf([labour({ postedBy: 'goodsIssue', hostObject: { costCenter: '10101101' }, ...transfer })])).slice(2)).toEqual(['S 65308000 10101301 100 ours', 'H 65308000 10101101 100 ours'])
    expect(short(linesOf([labour({ postedBy: 'journalEntry', ...transfer })]))).toEqual(['S 65308000 10101301 100 ours', 'H 21900000  100 ours'])
  })

  test('takes no line for nothing, and a pair a currency for amounts that point apart', () => {
    expect(linesOf([row({ amount: '0.000', companyCodeAmount: 0 })])).toEqual([])
    const lines = linesOf([row({ amount: '1', companyCodeAmount: '-0.01' })])
    expect(lines.map(({ debitCredit, amount, companyCodeAmount }) => [debitCredit, amount, companyCodeAmount])).toEqual([['S', '1', '0'], ['H', '1', '0'], ['H', '0', '0.01'], ['S', '0', '0.01']])
    expect(imbalances(lines)).toEqual([])
  })
})

describe('documents of the host', () => {
  test('confirm the time of an item once with all its hours, and journal the shares after it', () => {
    const lines = linesOf([
      labour({ ID: 'contract', amount: '80', companyCodeAmount: '80', object: { internalOrder: '400105' } }), labour({ ID: 'billable', share: 2, amount: '20', companyCodeAmount: '20', glAccount: '50301000' })
    ])
    const documents = wantedDocuments(HEADER, lines, [WORK], REPAIR, SETTINGS)
    expect(documents.map(({ kind, lines: own }) => [kind, own.length])).toEqual([['timeConfirmation.create', 2], ['journalEntry.post', 2]])
    expect(documents[0].request).toEqual({
      personnelNumber: '50001', companyCode: '1010', workedOn: '2026-11-20', hours: '2.5', activityType: 'T001', costObject: { order: '400105' }, senderCostCenter: '10101301', text: 'Repair'
    })
    expect(documents[1].request).toMatchObject({ companyCode: '1010', postingDate: '2026-11-22', text: 'CP-0000001 WO-000001', lines: [{ assignment: 'WO-000001', amount: '20', companyCodeAmount: '20' }, {}] })
  })

  test('are one journal entry for each currency', () => {
    const lines = linesOf([row({ ID: 'a' }), row({ ID: 'b', currency: 'JPY', amount: '16000' }), row({ ID: 'c' })])
    expect(journalEntriesOf(lines).map(own => own.map(({ currency }) => currency))).toEqual([['EUR', 'EUR', 'EUR', 'EUR'], ['JPY', 'JPY']])
  })

  test('begin with the service order where its items bear the costs, and wait for its number', () => {
    const object = { serviceOrderItem: '10' }
    const lines = linesOf([labour({ object, postedBy: 'serviceConfirmation' }), row({ ID: 'travel', costItem_ID: 'travel', object })])
    const documents = wantedDocuments(HEADER, lines, [WORK], REPAIR, SETTINGS)
    expect(documents.map(({ kind, needsServiceOrder = false }) => [kind, needsServiceOrder])).toEqual([['serviceOrder.create', false], ['serviceConfirmation.create', true], ['journalEntry.post', true]])
    expect(documents[1].request).toMatchObject({ type: 'SVC1', items: [{ serviceOrderItem: '10', product: 'SRV_01', quantity: '2.5', unit: 'H', performer: '50001' }] })
    const known = wantedDocuments(HEADER, linesOf([labour({ object: { ...object, serviceOrder: '8000000001' }, postedBy: 'serviceConfirmation' })]), [WORK], { ...REPAIR, serviceOrder: '8000000001' }, SETTINGS)
    expect(known.map(({ kind, request }) => [kind, (request as { serviceOrder: string }).serviceOrder])).toEqual([['serviceConfirmation.create', '8000000001']])
  })
})

describe('billing', () => {
  const billable = { ID: 'a', state_code: 'Posted', amount: '20', currency: 'EUR', quantity: '2', unit: 'H', description: 'Work', taxCode: 'A1', costType: 'labour', companyCode: '1010', indicator: 'billable', isBillable: true, isSettled: true }

  test('charges a row once, then only what it has become more or less', () => {
    expect(chargesOf([billable], new Map())).toMatchObject([{ repairCost_ID: 'a', netAmount: '20', quantity: '2', unit: 'H' }])
    expect(chargesOf([billable], new Map([['a', '20.00']]))).toEqual([])
    expect(chargesOf([{ ...billable, amount: '15' }], new Map([['a', '20']]))).toMatchObject([{ netAmount: '-5', quantity: null }])
  })

  test('credits a row that the customer does not bear any more, and leaves alone what is open again', () => {
    expect(chargesOf([{ ...billable, isBillable: false }], new Map([['a', '20']]))).toMatchObject([{ netAmount: '-20' }])
    expect(chargesOf([{ ...billable, isBillable: false, isSettled: false }], new Map([['a', '20']]))).toEqual([])
  })
})

describe('whatever an order costs', () => {
  const RATES = { EUR: 1, JPY: 0.0061, KWD: 2.98, USD: 0.92 }
  const DECIMALS = { EUR: 2, JPY: 0, KWD: 3, USD: 2 }
  type Code = keyof typeof RATES
  const currencies = fc.constantFrom<Code>('EUR', 'JPY', 'KWD', 'USD')
  const objects = fc.constantFrom({ costCenter: '10101301' }, { costCenter: '10101601' }, { internalOrder: '400105' }, { wbsElement: 'AS.1010.X' }, { serviceOrder: '8000000001', serviceOrderItem: '10' })
  const item = fc.record({
    thousandths: fc.integer({ min: -50_000_000, max: 50_000_000 }), currency: currencies, companyCodeCurrency: currencies, postedBy: fc.constantFrom('goodsIssue', 'timeConfirmation', 'journalEntry'),
    percents: fc.constantFrom(['100'], ['80', '20'], ['33.333', '33.333', '33.334'], ['12.5', '87.5']), objects: fc.array(objects, { minLength: 3, maxLength: 3 }),
    accounts: fc.array(fc.constantFrom('94308000', '65300000', '50301000'), { minLength: 3, maxLength: 3 }), hostObject: fc.option(objects, { nil: undefined })
  })
  const rowsOf = (items: (typeof item extends fc.Arbitrary<infer T> ? T : never)[]): CostRow[] => items.flatMap((each, i) => {
    const to = (value: Decimal, currency: Code) => value.toDecimalPlaces(DECIMALS[currency], Decimal.ROUND_HALF_UP)
    const amount = to(new Decimal(each.thousandths).div(1000), each.currency)
    const own = to(amount.times(RATES[each.currency]).div(RATES[each.companyCodeCurrency]), each.companyCodeCurrency)
    const [amounts, owns] = [splitAmount(amount.toFixed(), each.percents, DECIMALS[each.currency]), splitAmount(own.toFixed(), each.percents, DECIMALS[each.companyCodeCurrency])]
    return each.percents.map((_, share) => row({
      ID: `${i}/${share}`, costItem_ID: `${i}`, share: share + 1, amount: amounts[share], currency: each.currency, companyCodeAmount: owns[share], companyCodeCurrency: each.companyCodeCurrency,
      glAccount: each.accounts[share], hostAccount: each.postedBy === 'journalEntry' ? null : '94308000', offsetAccount: '94309000', object: each.objects[share],
      hostObject: each.postedBy === 'goodsIssue' ? each.hostObject : undefined, postedBy: each.postedBy as CostRow['postedBy']
    }))
  })
  const sumOf = (lines: Line[], of: (line: Line) => boolean, field: 'amount' | 'companyCodeAmount') =>
    lines.filter(of).reduce((sum, line) => sum.plus(new Decimal(line[field]).times(line.debitCredit === 'S' ? 1 : -1)), new Decimal(0)).toFixed()

  test('its document balances in each currency, each journal entry does, and none of it is lost', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 12 }), items => {
      const rows = rowsOf(items), lines = linesOf(rows)
      expect(imbalances(lines)).toEqual([])
      for (const entry of journalEntriesOf(lines, 6)) expect([entry.length <= 6, imbalances(entry)]).toEqual([true, []])
      expect(imbalances(mirrored(lines))).toEqual([])
      expect(lines.every(({ amount, companyCodeAmount }) => !amount.startsWith('-') && !companyCodeAmount.startsWith('-'))).toBe(true)
      for (const currency of Object.keys(RATES)) {
        const cost = rows.filter(each => each.currency === currency).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
        // What left the offset accounts is what arrived as cost.
        expect(sumOf(lines, line => line.glAccount === '94309000' && line.currency === currency, 'amount')).toBe(cost.negated().plus(0).toFixed())
      }
    }), { numRuns: 300, seed: 8 })
  })

  test('each share ends up on its account and its object', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 8 }), items => {
      const rows = rowsOf(items), lines = linesOf(rows)
      const place = ({ glAccount, object }: Pick<CostRow, 'glAccount' | 'object'>) => JSON.stringify([glAccount, object.costCenter ?? null, object.internalOrder ?? null, object.wbsElement ?? null, object.serviceOrder ?? null])
      const wanted = new Map<string, Decimal>(), booked = new Map<string, Decimal>()
      const add = (to: Map<string, Decimal>, key: string, amount: Decimal) => to.set(key, (to.get(key) ?? new Decimal(0)).plus(amount))
      for (const each of rows) add(wanted, `${place(each)} ${each.companyCodeCurrency}`, new Decimal(each.companyCodeAmount))
      for (const line of lines) if (line.glAccount !== '94309000') add(booked, `${place({ ...line, object: line })} ${line.companyCodeCurrency}`, new Decimal(line.companyCodeAmount).times(line.debitCredit === 'S' ? 1 : -1))
      const shown = (of: Map<string, Decimal>) => Object.fromEntries([...of].filter(([, amount]) => !amount.isZero()).map(([key, amount]) => [key, amount.toFixed()]))
      expect(shown(booked)).toEqual(shown(wanted))
    }), { numRuns: 200, seed: 9 })
  })

  test('the total is the debits in the currency of the company code', () => {
    expect(totalOf(linesOf([row({}), row({ ID: 'b', companyCodeAmount: '0.5' })]))).toBe('100.5')
  })
})
