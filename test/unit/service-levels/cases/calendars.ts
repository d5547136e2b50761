import { ROUND_THE_CLOCK, type Span, type WorkingCalendar } from '../../../../srv/working-time/calendar'

const spans = (...texts: string[]): Span[] => texts.map(text => ({ from: text.slice(0, 5), to: text.slice(6) }))
const week = (days: string, ...texts: string[]) => [...days].map(day => (day === '-' ? [] : spans(...texts)))
const weekdays = (...texts: string[]) => week('MTWTF--', ...texts)
const daily = (...texts: string[]) => week('MTWTFSS', ...texts)

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'
const sydney = 'Australia/Sydney'
const office = weekdays('09:00-17:00')
const nights = daily('22:00-06:00')
/** Begins within the hour that Berlin and Sydney skip in spring and repeat in autumn, and that New York skips. */
const dawn = daily('02:30-10:00')
const shanghaiDay = ['09:00-12:00', '13:30-18:00']

/** Fixed days and those that move with Easter, each with its date. Easter is on 5 April 2026 and 28 March 2027. */
const germanHolidays = [
  '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26',
  '2027-01-01', '2027-03-26', '2027-03-29', '2028-02-29'
]
const springFestival = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23']
const nationalDay = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']
const workedInstead = ['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']

export const CALENDARS = {
  office: { timeZone: berlin, week: office },
  lunch: { timeZone: berlin, week: weekdays('08:00-12:00', '13:00-17:00') },
  clinic: { timeZone: berlin, week: week('MTWTFS-', '07:00-11:00', '12:00-15:00', '16:00-18:00') },
  overlapping: { timeZone: berlin, week: weekdays('06:00-14:00', '13:00-21:00') },
  touching: { timeZone: berlin, week: weekdays('06:00-14:00', '14:00-22:00') },
  nights: { timeZone: berlin, week: nights },
  weeknights: { timeZone: berlin, week: weekdays('22:00-06:00') },
  evenings: { timeZone: berlin, week: daily('16:00-24:00') },
  duty: { timeZone: berlin, week: week('-----S-', '08:00-08:00') },
  dawn: { timeZone: berlin, week: dawn },
  late: { timeZone: berlin, week: daily('20:00-02:30') },
  brief: { timeZone: berlin, week: daily('02:00-03:00') },
  round: { ...ROUND_THE_CLOCK, timeZone: berlin },
  utc: ROUND_THE_CLOCK,
  feast: { timeZone: berlin, week: office, holidays: germanHolidays },
  feastNights: { timeZone: berlin, week: nights, holidays: ['2026-12-25'] },
  shop: {
    timeZone: berlin, week: office, holidays: germanHolidays,
    exceptions: [
      { day: '2026-05-15', spans: [] }, { day: '2026-05-25', spans: spans('10:00-12:00') }, { day: '2026-11-28', spans: spans('10:00-14:00') },
      { day: '2026-12-05', spans: spans('20:00-02:00') }, { day: '2026-12-24', spans: spans('09:00-12:00') }
    ]
  },
  yearly: {
    timeZone: berlin, week: week('-------'),
    exceptions: ['2027-06-15', '2028-06-15', '2029-06-15'].map(day => ({ day, spans: spans('09:00-12:00') }))
  },
  newYorkOffice: { timeZone: newYork, week: office },
  newYorkNights: { timeZone: newYork, week: nights },
  newYorkDawn: { timeZone: newYork, week: dawn },
  newYorkEarly: { timeZone: newYork, week: daily('01:30-09:00') },
  sydneyOffice: { timeZone: sydney, week: office },
  sydneyNights: { timeZone: sydney, week: nights },
  sydneyDawn: { timeZone: sydney, week: dawn },
  lordHoweNights: { timeZone: 'Australia/Lord_Howe', week: nights },
  kolkata: { timeZone: 'Asia/Kolkata', week: week('MTWTFS-', '09:30-18:00') },
  kolkataNights: { timeZone: 'Asia/Kolkata', week: nights },
  kathmandu: { timeZone: 'Asia/Kathmandu', week: week('MTWTF-S', '10:00-17:00') },
  saintJohns: { timeZone: 'America/St_Johns', week: office },
  shanghai: {
    timeZone: 'Asia/Shanghai', week: weekdays(...shanghaiDay), holidays: [...springFestival, ...nationalDay],
    exceptions: workedInstead.map(day => ({ day, spans: spans(...shanghaiDay) }))
  },
  apia: { timeZone: 'Pacific/Apia', week: office }
} satisfies Record<string, WorkingCalendar>

export type CalendarName = keyof typeof CALENDARS
