import { plain } from './case'

export const holidays = plain([
  ['a holiday on Friday', '3h feast', 'Thu 2026-04-30 16:00+02:00', 'Mon 2026-05-04 11:00+02:00'],
  ['New Year', '2h feast', 'Wed 2025-12-31 16:00+01:00', 'Fri 2026-01-02 10:00+01:00'],
  ['Christmas, of which one day is a Saturday', '3h feast', 'Thu 2026-12-24 16:00+01:00', 'Mon 2026-12-28 11:00+01:00'],
  ['Easter 2026', '3h feast', 'Thu 2026-04-02 16:00+02:00', 'Tue 2026-04-07 11:00+02:00'],
  ['Easter 2027 is on other days, and clocks change on its Sunday', '3h feast', 'Thu 2027-03-25 16:00+01:00', 'Tue 2027-03-30 11:00+02:00'],
  ['the day that was Good Friday in 2026 is worked in 2027', '3h feast', 'Fri 2027-04-02 16:00+02:00', 'Mon 2027-04-05 11:00+02:00'],
  ['Ascension, a Thursday', '9h feast', 'Wed 2026-05-13 12:00+02:00', 'Fri 2026-05-15 13:00+02:00'],
  ['Whit Monday', '2h feast', 'Fri 2026-05-22 16:00+02:00', 'Tue 2026-05-26 10:00+02:00'],
  ['a holiday on Saturday takes nothing away', '3h feast', 'Fri 2026-10-02 16:00+02:00', 'Mon 2026-10-05 11:00+02:00'],
  ['started on a holiday', '1h feast', 'Fri 2026-05-01 10:00+02:00', 'Mon 2026-05-04 10:00+02:00'],
  ['due in the evening before a holiday', '1h feast', 'Thu 2026-04-30 16:00+02:00', 'Thu 2026-04-30 17:00+02:00'],
  ['the night shift runs into the holiday, and none begins on it', '8h feastNights', 'Thu 2026-12-24 23:00+01:00', 'Sat 2026-12-26 23:00+01:00'],
  ['started early on the holiday, in the shift of the day before', '1h feastNights', 'Fri 2026-12-25 04:00+01:00', 'Fri 2026-12-25 05:00+01:00'],
  ['started early on the day after it, in no shift', '1h feastNights', 'Sat 2026-12-26 03:00+01:00', 'Sat 2026-12-26 23:00+01:00']
])

export const exceptions = plain([
  ['a working Saturday', '4h shop', 'Fri 2026-11-27 16:00+01:00', 'Sat 2026-11-28 13:00+01:00'],
  ['after a working Saturday', '6h shop', 'Fri 2026-11-27 16:00+01:00', 'Mon 2026-11-30 10:00+01:00'],
  ['a working Saturday begins later than other days', '1h shop', 'Sat 2026-11-28 08:00+01:00', 'Sat 2026-11-28 11:00+01:00'],
  ['the Saturday before it is not worked', '4h shop', 'Fri 2026-11-20 16:00+01:00', 'Mon 2026-11-23 12:00+01:00'],
  ['a shortened day, then a holiday', '4h shop', 'Thu 2026-12-24 10:00+01:00', 'Mon 2026-12-28 11:00+01:00'],
  ['started when a shortened day is over', '1h shop', 'Thu 2026-12-24 13:00+01:00', 'Mon 2026-12-28 10:00+01:00'],
  ['a day off between holiday and weekend', '2h shop', 'Wed 2026-05-13 16:00+02:00', 'Mon 2026-05-18 10:00+02:00'],
  ['a holiday with hours of its own', '3h shop', 'Fri 2026-05-22 16:00+02:00', 'Mon 2026-05-25 12:00+02:00'],
  ['a night of stocktaking runs into Sunday', '7h shop', 'Fri 2026-12-04 16:00+01:00', 'Sun 2026-12-06 02:00+01:00'],
  ['and work goes on on Monday', '8h shop', 'Fri 2026-12-04 16:00+01:00', 'Mon 2026-12-07 10:00+01:00'],
  ['Shanghai: the Saturday before the Spring Festival is worked', '9h shanghai', 'Fri 2026-02-13 16:30+08:00', 'Sat 2026-02-14 18:00+08:00'],
  ['Shanghai: over the Spring Festival', '10h shanghai', 'Fri 2026-02-13 16:30+08:00', 'Tue 2026-02-24 10:00+08:00'],
  ['Shanghai: the Saturday after it is worked', '8h shanghai', 'Fri 2026-02-27 17:30+08:00', 'Sat 2026-02-28 18:00+08:00'],
  ['Shanghai: the Sunday before the National Day is worked', '4h shanghai', 'Fri 2026-09-18 16:00+08:00', 'Sun 2026-09-20 11:00+08:00'],
  ['Shanghai: over the week of the National Day', '3h shanghai', 'Wed 2026-09-30 16:00+08:00', 'Thu 2026-10-08 10:00+08:00'],
  ['Shanghai: and the Saturday after it', '8h shanghai', 'Fri 2026-10-09 17:30+08:00', 'Sat 2026-10-10 18:00+08:00']
])

export const leapDays = plain([
  ['29 February 2028 is worked', '9h office', 'Mon 2028-02-28 16:00+01:00', 'Tue 2028-02-29 17:00+01:00'],
  ['and 1 March comes after it', '10h office', 'Mon 2028-02-28 16:00+01:00', 'Wed 2028-03-01 10:00+01:00'],
  ['a holiday on 29 February', '2h feast', 'Mon 2028-02-28 16:00+01:00', 'Wed 2028-03-01 10:00+01:00'],
  ['2027 has none', '2h office', 'Fri 2027-02-26 16:00+01:00', 'Mon 2027-03-01 10:00+01:00'],
  ['thirty calendar days over a February of 29', '720h utc', 'Sat 2028-02-05 00:00+00:00', 'Mon 2028-03-06 00:00+00:00'],
  ['2100 has none', '24h utc', 'Sun 2100-02-28 00:00+00:00', 'Mon 2100-03-01 00:00+00:00']
])

export const yearsAhead = plain([
  ['fifty-two weeks', '2080h office', 'Mon 2026-11-23 09:00+01:00', 'Fri 2027-11-19 17:00+01:00'],
  ['ten times fifty-two weeks', '20800h office', 'Mon 2026-11-23 09:00+01:00', 'Fri 2036-11-07 17:00+01:00'],
  ['three hours a year', '7h yearly', 'Mon 2026-11-23 10:00+01:00', 'Fri 2029-06-15 10:00+02:00'],
  ['clocks of 2031 change on the last Sundays, too', '5h nights', 'Sat 2031-03-29 22:00+01:00', 'Sun 2031-03-30 04:00+02:00']
])
