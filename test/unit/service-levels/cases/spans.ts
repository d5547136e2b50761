import { plain } from './case'

export const oneSpan = plain([
  ['three hours from Friday 16:00 end on Monday 11:00', '3h office', 'Fri 2026-11-20 16:00+01:00', 'Mon 2026-11-23 11:00+01:00'],
  ['an hour within a day', '1h office', 'Tue 2026-11-24 10:00+01:00', 'Tue 2026-11-24 11:00+01:00'],
  ['early in the morning, time counts from the beginning of work', '1h office', 'Tue 2026-11-24 06:00+01:00', 'Tue 2026-11-24 10:00+01:00'],
  ['in the evening, from the next morning', '1h office', 'Tue 2026-11-24 17:30+01:00', 'Wed 2026-11-25 10:00+01:00'],
  ['at the very end of work, from the next morning', '1h office', 'Tue 2026-11-24 17:00+01:00', 'Wed 2026-11-25 10:00+01:00'],
  ['a whole day ends in its evening, not on the next morning', '8h office', 'Tue 2026-11-24 09:00+01:00', 'Tue 2026-11-24 17:00+01:00'],
  ['a whole day and a minute', '8h1m office', 'Tue 2026-11-24 09:00+01:00', 'Wed 2026-11-25 09:01+01:00'],
  ['on Saturday, from Monday', '2h office', 'Sat 2026-11-21 12:00+01:00', 'Mon 2026-11-23 11:00+01:00'],
  ['a minute before Monday', '30m office', 'Sun 2026-11-22 23:59+01:00', 'Mon 2026-11-23 09:30+01:00'],
  ['a minute before the weekend', '2m office', 'Fri 2026-11-20 16:59+01:00', 'Mon 2026-11-23 09:01+01:00'],
  ['a working week from Wednesday noon', '40h office', 'Wed 2026-11-25 13:00+01:00', 'Wed 2026-12-02 13:00+01:00'],
  ['a hundred hours are twelve and a half days', '100h office', 'Mon 2026-11-23 09:00+01:00', 'Wed 2026-12-09 13:00+01:00'],
  ['seconds are kept', '30m office', 'Tue 2026-11-24 16:45:30+01:00', 'Wed 2026-11-25 09:15:30+01:00'],
  ['over the turn of the year', '2h office', 'Thu 2026-12-31 16:00+01:00', 'Fri 2027-01-01 10:00+01:00']
])

export const severalSpans = plain([
  ['the break at noon does not count', '2h lunch', 'Tue 2026-11-24 11:00+01:00', 'Tue 2026-11-24 14:00+01:00'],
  ['in the break, time counts from its end', '1h lunch', 'Tue 2026-11-24 12:30+01:00', 'Tue 2026-11-24 14:00+01:00'],
  ['what ends with the morning is due at noon, not after the break', '1h lunch', 'Tue 2026-11-24 11:00+01:00', 'Tue 2026-11-24 12:00+01:00'],
  ['eight hours from ten, with a break and a night between', '8h lunch', 'Tue 2026-11-24 10:00+01:00', 'Wed 2026-11-25 10:00+01:00'],
  ['five hours from Friday 16:00 end on Monday noon', '5h lunch', 'Fri 2026-11-20 16:00+01:00', 'Mon 2026-11-23 12:00+01:00'],
  ['three spans a day, from the afternoon break on Saturday', '9h clinic', 'Sat 2026-11-21 15:30+01:00', 'Mon 2026-11-23 15:00+01:00'],
  ['three spans a day are nine hours', '9h clinic', 'Tue 2026-11-24 07:00+01:00', 'Tue 2026-11-24 18:00+01:00'],
  ['shifts that overlap count once', '10h overlapping', 'Tue 2026-11-24 06:00+01:00', 'Tue 2026-11-24 16:00+01:00'],
  ['shifts that touch are one stretch', '10h touching', 'Tue 2026-11-24 06:00+01:00', 'Tue 2026-11-24 16:00+01:00'],
  ['a shift ends where the next begins', '8h touching', 'Tue 2026-11-24 06:00+01:00', 'Tue 2026-11-24 14:00+01:00']
])

export const overMidnight = plain([
  ['three hours from 23:00 end at 02:00', '3h nights', 'Tue 2026-11-24 23:00+01:00', 'Wed 2026-11-25 02:00+01:00'],
  ['a whole night ends in the morning', '8h nights', 'Tue 2026-11-24 12:00+01:00', 'Wed 2026-11-25 06:00+01:00'],
  ['a night and an hour', '9h nights', 'Tue 2026-11-24 22:00+01:00', 'Wed 2026-11-25 23:00+01:00'],
  ['half an hour before the shift ends', '1h nights', 'Wed 2026-11-25 05:30+01:00', 'Wed 2026-11-25 22:30+01:00'],
  ['at midnight, in the middle of the shift', '1h nights', 'Wed 2026-11-25 00:00+01:00', 'Wed 2026-11-25 01:00+01:00'],
  ['the shift of Friday runs into Saturday', '6h weeknights', 'Fri 2026-11-20 23:00+01:00', 'Sat 2026-11-21 05:00+01:00'],
  ['after the shift of Friday comes that of Monday', '8h weeknights', 'Sat 2026-11-21 05:00+01:00', 'Tue 2026-11-24 05:00+01:00'],
  ['early on Monday there is no shift, since none began on Sunday', '1h weeknights', 'Mon 2026-11-23 03:00+01:00', 'Mon 2026-11-23 23:00+01:00'],
  ['a span up to 24:00 ends at midnight', '4h evenings', 'Tue 2026-11-24 20:00+01:00', 'Wed 2026-11-25 00:00+01:00'],
  ['and goes on in the next afternoon', '8h evenings', 'Tue 2026-11-24 20:00+01:00', 'Wed 2026-11-25 20:00+01:00'],
  ['a duty from eight to eight lasts a day', '24h duty', 'Sat 2026-11-21 08:00+01:00', 'Sun 2026-11-22 08:00+01:00'],
  ['the hour after it is a week later', '25h duty', 'Sat 2026-11-21 08:00+01:00', 'Sat 2026-11-28 09:00+01:00']
])

export const roundTheClock = plain([
  ['four hours at a weekend are four hours', '4h round', 'Sat 2026-11-21 22:00+01:00', 'Sun 2026-11-22 02:00+01:00'],
  ['twenty days are 480 hours', '480h round', 'Tue 2026-11-24 10:00+01:00', 'Mon 2026-12-14 10:00+01:00'],
  ['thirty calendar days of a regulation, over February', '720h utc', 'Fri 2026-01-30 00:00+00:00', 'Sun 2026-03-01 00:00+00:00'],
  ['twenty-four hours on the day when clocks go forward', '24h round', 'Sat 2026-03-28 22:00+01:00', 'Sun 2026-03-29 23:00+02:00'],
  ['twenty-four hours on the day when clocks go back', '24h round', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 21:00+01:00']
])

export const otherZones = plain([
  ['Kolkata: over the night', '1h kolkata', 'Tue 2026-11-24 17:45+05:30', 'Wed 2026-11-25 10:15+05:30'],
  ['Kolkata: a whole Saturday', '8h30m kolkata', 'Sat 2026-11-21 09:30+05:30', 'Sat 2026-11-21 18:00+05:30'],
  ['Kolkata: from Saturday to Monday', '9h kolkata', 'Sat 2026-11-21 12:00+05:30', 'Mon 2026-11-23 12:30+05:30'],
  ['Kolkata: no clock changes in spring', '8h kolkataNights', 'Sat 2026-03-28 22:00+05:30', 'Sun 2026-03-29 06:00+05:30'],
  ['Kolkata: nor in autumn', '8h kolkataNights', 'Sat 2026-10-24 22:00+05:30', 'Sun 2026-10-25 06:00+05:30'],
  ['Kathmandu, a quarter of an hour further: Friday is worked', '8h kathmandu', 'Thu 2026-11-19 16:00+05:45', 'Fri 2026-11-20 17:00+05:45'],
  ['Kathmandu: and Sunday, but not Saturday', '9h kathmandu', 'Thu 2026-11-19 16:00+05:45', 'Sun 2026-11-22 11:00+05:45'],
  ['St. John\'s: half an hour west', '3h saintJohns', 'Fri 2026-11-20 16:00-03:30', 'Mon 2026-11-23 11:00-03:30'],
  ['Shanghai: over the break at noon', '3h shanghai', 'Tue 2026-11-24 11:00+08:00', 'Tue 2026-11-24 15:30+08:00'],
  ['Shanghai: fifteen hours are two days', '15h shanghai', 'Mon 2026-11-23 09:00+08:00', 'Tue 2026-11-24 18:00+08:00'],
  ['Shanghai: over the weekend when Berlin goes forward', '3h shanghai', 'Fri 2026-03-27 16:00+08:00', 'Mon 2026-03-30 10:00+08:00'],
  ['Shanghai: and when it goes back', '3h shanghai', 'Fri 2026-10-23 16:00+08:00', 'Mon 2026-10-26 10:00+08:00'],
  ['Apia: the Friday that was left out at the date line is no working day', '3h apia', 'Thu 2011-12-29 16:00-10:00', 'Mon 2012-01-02 11:00+14:00']
])
