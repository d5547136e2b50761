import { missingIn, mustBeInvestigated, type ComplaintRecord } from '../../../srv/quality/notifications/complaint'
import { type NotificationRule, type Occurrence, proposalsOf } from '../../../srv/quality/notifications/rule-matching'
import { harmInputs, mayBeReportable, openQuestions, QUESTIONS, type Screening, standingAnswer } from '../../../srv/quality/notifications/screening'
import { readTables, rowsOf } from '../tables'

describe('the screening for harm', () => {
  const answers = ['yes', 'no', 'unknown'] as const

  test('counts unknown as yes until it is cleared, for every pair of answers', () => {
    for (const intake of [...answers, null])
      for (const completion of [...answers, null])
        for (const question of QUESTIONS) {
          const screening: Screening = { [`intake${question}_code`]: intake, [`completion${question}_code`]: completion }
          const isCleared = completion === 'no' || (intake === 'no' && completion !== 'yes')
          expect([intake, completion, harmInputs(screening)[question]]).toEqual([intake, completion, !isCleared])
        }
  })

  test('takes the later answer for the better one, unless it says nothing', () => {
    expect(standingAnswer({ intakeHarm_code: 'yes', completionHarm_code: 'no' }, 'Harm')).toBe('no')
    expect(standingAnswer({ intakeHarm_code: 'yes', completionHarm_code: 'unknown' }, 'Harm')).toBe('yes')
  })

  test('of a medical device may have to be reported while any question is not answered with no', () => {
    const no: Screening = { intakeHarm_code: 'no', intakePotential_code: 'no', intakeMalfunction_code: 'no' }
    expect(mayBeReportable({}, true)).toBe(true)
    expect(mayBeReportable(no, true)).toBe(false)
    expect(mayBeReportable({ ...no, completionPotential_code: 'yes' }, true)).toBe(true)
    expect(mayBeReportable({}, false)).toBe(false)
    expect(openQuestions(no, 'completion')).toEqual([...QUESTIONS])
    expect(openQuestions(no, 'intake')).toEqual([])
  })
})

describe('a complaint record', () => {
  const device = { model: 'PM-800', udi: '09520001000140' }
  const record: ComplaintRecord = {
    receivedOn: '2026-11-20', complainantReference: 'WO-000001', nature: 'Dark display', deviceAvailable: false, isInvestigationNeeded: true,
    investigation: 'Panel measured', investigatedOn: '2026-11-21', investigatedBy: 'quality', result: 'Connector loose', correctiveAction: 'Connector replaced', reply: 'Told on 21 November'
  }

  test('is complete with all that 21 CFR 820.35(a) and ISO 13485 8.2.2 ask for', () => expect(missingIn(record, device)).toEqual([]))

  test.each(['receivedOn', 'complainantReference', 'nature', 'deviceAvailable', 'investigation', 'investigatedOn', 'investigatedBy', 'result', 'correctiveAction', 'reply'] as const)(
    'without %s is not', field => {
      expect(missingIn({ ...record, [field]: null }, device)).toEqual([field])
      if (field !== 'deviceAvailable') expect(missingIn({ ...record, [field]: '  ' }, device)).toEqual([field])
    })

  test('asks for the device and one identification of it', () => {
    expect(missingIn(record, {})).toEqual(['model', 'udi'])
    expect(missingIn(record, { model: 'HX-210', batch: 'B-1' })).toEqual([])
  })

  test('without an investigation needs the justification and who gave it instead', () => {
    const without = { ...record, isInvestigationNeeded: false, investigation: null, investigatedOn: null, investigatedBy: null, result: null }
    expect(missingIn(without, device)).toEqual(['justification', 'justifiedBy'])
    expect(missingIn({ ...without, justification: 'Same as QN-000007', justifiedBy: 'quality' }, device)).toEqual([])
  })

  test('that is not there lacks everything', () => expect(missingIn(null, device)).toHaveLength(10))

  test('has to be investigated where somebody may have been hurt or an authority must hear of it', () => {
    expect([mustBeInvestigated(true, false), mustBeInvestigated(false, true), mustBeInvestigated(false, false)]).toEqual([true, true, false])
  })
})

describe('the rules as shipped', () => {
  const text = (value: string) => value || null
  const rules = rowsOf(readTables(), 'NotificationRules').map(row => ({
    ...Object.fromEntries(Object.entries(row).map(([field, value]) => [field, text(value)])), days: row.days ? Number(row.days) : null
  })) as unknown as NotificationRule[]
  const order: Occurrence = { status: 'Completed', orderType_code: 'SM01', patientImpact_code: 'none', deviceClass_code: 'MD-IIb', model: 'PM-800', faultCategory_code: 'SENSOR', resolution_code: 'REPAIRED', isFix: true, wasStarted: true, partLives: [] }
  const fired = (changes: Partial<Occurrence>) => proposalsOf({ ...order, ...changes }, rules).map(({ rule }) => rule.code)

  test.each<[string, Partial<Occurrence>, string[]]>([
    ['an ordinary repair', {}, []],
    ['the same fault after 90 days', { daysSinceSameFault: 90, earlierOrder: 'WO-1' }, ['REPEAT90']],
    ['the same fault after 90 days and a minute', { daysSinceSameFault: 90.001 }, []],
    ['a repeat of a category that tells no fault', { faultCategory_code: 'OTHER', daysSinceSameFault: 3 }, []],
    ['preventive maintenance twice', { orderType_code: 'PM02', daysSinceSameFault: 3 }, []],
    ['a part of 180 days', { partLives: [{ part: 'SP-1', days: 180 }] }, ['EARLYPART']],
    ['a part of 181 days', { partLives: [{ part: 'SP-1', days: 181 }] }, []],
    ['a new and an old part', { partLives: [{ part: 'SP-1', days: 400 }, { part: 'SP-2', days: 2 }] }, ['EARLYPART']],
    ['a patient harmed, at once', { status: 'New', isFix: null, resolution_code: null, wasStarted: false, patientImpact_code: 'harm' }, ['PATIENTHARM']],
    ['a patient perhaps at risk', { patientImpact_code: 'possible' }, ['PATIENTRISK']],
    ['a patient at risk in an order made by mistake', { status: 'Cancelled', wasStarted: false, patientImpact_code: 'possible' }, []],
    ['a device sent back', { resolution_code: 'FACTORY', isFix: false }, ['FACTORY']],
    ['a workaround', { resolution_code: 'WORKAROUND', isFix: false }, ['ABNORMAL']],
    ['an order cancelled after its start', { status: 'Cancelled', resolution_code: null, isFix: null }, ['ABNORMAL']],
    ['an order cancelled before', { status: 'Cancelled', wasStarted: false, resolution_code: null, isFix: null }, []],
    ['a failed final test', { finalTest_code: 'failed' }, ['FINALTEST']],
    ['a passed one', { finalTest_code: 'passed' }, []]
  ])('propose for %s: %j → %j', (_, changes, codes) => expect(fired(changes)).toEqual(codes))

  test('can be narrowed to a device class, a model, a fault category or a resolution', () => {
    const rule = rules.find(({ code }) => code === 'FINALTEST')!
    for (const [field, other] of [['deviceClass_code', 'CON'], ['model', 'HX-210'], ['faultCategory_code', 'LEAK'], ['resolution_code', 'ADJUSTED']] as const) {
      const failed = { ...order, finalTest_code: 'failed' }
      expect(proposalsOf(failed, [{ ...rule, [field]: other }])).toEqual([])
      expect(proposalsOf(failed, [{ ...rule, [field]: failed[field] }])).toHaveLength(1)
    }
  })
})
