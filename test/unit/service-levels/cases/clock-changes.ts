import { plain } from './case'

/** Sunday 2026-03-29: 02:00+01:00 becomes 03:00+02:00. */
export const berlinForward = plain([
  ['over the weekend', '3h office', 'Fri 2026-03-27 16:00+01:00', 'Mon 2026-03-30 11:00+02:00'],
  ['due before the change', '2h nights', 'Sat 2026-03-28 22:00+01:00', 'Sun 2026-03-29 00:00+01:00'],
  ['due at the change: 02:00 is called 03:00', '4h nights', 'Sat 2026-03-28 22:00+01:00', 'Sun 2026-03-29 03:00+02:00'],
  ['due after the change', '5h nights', 'Sat 2026-03-28 22:00+01:00', 'Sun 2026-03-29 04:00+02:00'],
  ['the night has seven hours', '7h nights', 'Sat 2026-03-28 22:00+01:00', 'Sun 2026-03-29 06:00+02:00'],
  ['the eighth comes in the next night', '8h nights', 'Sat 2026-03-28 22:00+01:00', 'Sun 2026-03-29 23:00+02:00'],
  ['started at the change', '2h nights', 'Sun 2026-03-29 03:00+02:00', 'Sun 2026-03-29 05:00+02:00'],
  ['started a minute before the change', '2h nights', 'Sun 2026-03-29 01:59+01:00', 'Sun 2026-03-29 04:59+02:00'],
  ['started after the change', '2h nights', 'Sun 2026-03-29 05:00+02:00', 'Sun 2026-03-29 23:00+02:00'],
  ['a span that begins within the skipped hour begins after it', '1h dawn', 'Sun 2026-03-29 00:00+01:00', 'Sun 2026-03-29 04:00+02:00'],
  ['and is half an hour shorter', '7h dawn', 'Sun 2026-03-29 00:00+01:00', 'Sun 2026-03-29 10:00+02:00'],
  ['a span that ends within the skipped hour ends before it', '6h30m late', 'Sat 2026-03-28 20:00+01:00', 'Sun 2026-03-29 20:30+02:00'],
  ['a span that is the skipped hour is not worked', '2h brief', 'Sat 2026-03-28 12:00+01:00', 'Tue 2026-03-31 03:00+02:00']
])

/** Sunday 2026-10-25: 03:00+02:00 becomes 02:00+01:00. */
export const berlinBack = plain([
  ['over the weekend', '3h office', 'Fri 2026-10-23 16:00+02:00', 'Mon 2026-10-26 11:00+01:00'],
  ['due before the change', '2h nights', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 00:00+02:00'],
  ['due when the clock shows 02:30 first', '4h30m nights', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 02:30+02:00'],
  ['due at the change: 03:00 is called 02:00', '5h nights', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 02:00+01:00'],
  ['due when the clock shows 02:30 again', '5h30m nights', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 02:30+01:00'],
  ['the night has nine hours', '9h nights', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 06:00+01:00'],
  ['the tenth comes in the next night', '10h nights', 'Sat 2026-10-24 22:00+02:00', 'Sun 2026-10-25 23:00+01:00'],
  ['started when the clock shows 02:30 first', '2h nights', 'Sun 2026-10-25 02:30+02:00', 'Sun 2026-10-25 03:30+01:00'],
  ['started when the clock shows 02:30 again', '2h nights', 'Sun 2026-10-25 02:30+01:00', 'Sun 2026-10-25 04:30+01:00'],
  ['started after the change', '2h nights', 'Sun 2026-10-25 05:00+01:00', 'Sun 2026-10-25 23:00+01:00'],
  ['a span that begins within the repeated hour counts each time the clock is within it', '1h dawn', 'Sun 2026-10-25 00:00+02:00', 'Sun 2026-10-25 03:00+01:00'],
  ['and is half an hour longer', '8h dawn', 'Sun 2026-10-25 00:00+02:00', 'Sun 2026-10-25 10:00+01:00'],
  ['a span that ends within the repeated hour, too', '7h late', 'Sat 2026-10-24 20:00+02:00', 'Sun 2026-10-25 02:30+01:00'],
  ['a span that is the repeated hour is worked twice', '2h brief', 'Sat 2026-10-24 12:00+02:00', 'Sun 2026-10-25 03:00+01:00']
])

/** Sunday 2026-03-08: 02:00-05:00 becomes 03:00-04:00. */
export const newYorkForward = plain([
  ['over the weekend', '3h newYorkOffice', 'Fri 2026-03-06 16:00-05:00', 'Mon 2026-03-09 11:00-04:00'],
  ['due before the change', '3h newYorkNights', 'Sat 2026-03-07 22:00-05:00', 'Sun 2026-03-08 01:00-05:00'],
  ['due after the change', '5h newYorkNights', 'Sat 2026-03-07 22:00-05:00', 'Sun 2026-03-08 04:00-04:00'],
  ['the eighth hour comes in the next night', '8h newYorkNights', 'Sat 2026-03-07 22:00-05:00', 'Sun 2026-03-08 23:00-04:00'],
  ['started at the change', '1h newYorkNights', 'Sun 2026-03-08 03:00-04:00', 'Sun 2026-03-08 04:00-04:00'],
  ['a span that begins within the skipped hour begins after it', '1h newYorkDawn', 'Sun 2026-03-08 00:00-05:00', 'Sun 2026-03-08 04:00-04:00'],
  ['twenty years ago clocks changed in April', '5h newYorkNights', 'Sat 2006-04-01 22:00-05:00', 'Sun 2006-04-02 04:00-04:00'],
  ['and not yet in March', '5h newYorkNights', 'Sat 2006-03-11 22:00-05:00', 'Sun 2006-03-12 03:00-05:00']
])

/** Sunday 2026-11-01: 02:00-04:00 becomes 01:00-05:00. */
export const newYorkBack = plain([
  ['over the weekend', '3h newYorkOffice', 'Fri 2026-10-30 16:00-04:00', 'Mon 2026-11-02 11:00-05:00'],
  ['due before the change', '2h newYorkNights', 'Sat 2026-10-31 22:00-04:00', 'Sun 2026-11-01 00:00-04:00'],
  ['due when the clock shows 01:30 first', '3h30m newYorkNights', 'Sat 2026-10-31 22:00-04:00', 'Sun 2026-11-01 01:30-04:00'],
  ['due at the change: 02:00 is called 01:00', '4h newYorkNights', 'Sat 2026-10-31 22:00-04:00', 'Sun 2026-11-01 01:00-05:00'],
  ['due when the clock shows 01:30 again', '4h30m newYorkNights', 'Sat 2026-10-31 22:00-04:00', 'Sun 2026-11-01 01:30-05:00'],
  ['the night has nine hours', '9h newYorkNights', 'Sat 2026-10-31 22:00-04:00', 'Sun 2026-11-01 06:00-05:00'],
  ['started when the clock shows 01:30 first', '2h newYorkNights', 'Sun 2026-11-01 01:30-04:00', 'Sun 2026-11-01 02:30-05:00'],
  ['started when the clock shows 01:30 again', '2h newYorkNights', 'Sun 2026-11-01 01:30-05:00', 'Sun 2026-11-01 03:30-05:00'],
  ['started after the change', '1h newYorkNights', 'Sun 2026-11-01 02:00-05:00', 'Sun 2026-11-01 03:00-05:00'],
  ['a span that begins within the repeated hour counts each time the clock is within it', '1h newYorkEarly', 'Sun 2026-11-01 00:00-04:00', 'Sun 2026-11-01 02:00-05:00']
])

/** Sunday 2026-10-04: 02:00+10:00 becomes 03:00+11:00. */
export const sydneyForward = plain([
  ['over the weekend', '3h sydneyOffice', 'Fri 2026-10-02 16:00+10:00', 'Mon 2026-10-05 11:00+11:00'],
  ['due before the change', '3h sydneyNights', 'Sat 2026-10-03 22:00+10:00', 'Sun 2026-10-04 01:00+10:00'],
  ['due after the change', '5h sydneyNights', 'Sat 2026-10-03 22:00+10:00', 'Sun 2026-10-04 04:00+11:00'],
  ['the eighth hour comes in the next night', '8h sydneyNights', 'Sat 2026-10-03 22:00+10:00', 'Sun 2026-10-04 23:00+11:00'],
  ['started at the change', '1h sydneyNights', 'Sun 2026-10-04 03:00+11:00', 'Sun 2026-10-04 04:00+11:00'],
  ['a span that begins within the skipped hour begins after it', '1h sydneyDawn', 'Sun 2026-10-04 00:00+10:00', 'Sun 2026-10-04 04:00+11:00'],
  ['Lord Howe skips half an hour only', '5h lordHoweNights', 'Sat 2026-10-03 22:00+10:30', 'Sun 2026-10-04 03:30+11:00']
])

/** Sunday 2026-04-05: 03:00+11:00 becomes 02:00+10:00. */
export const sydneyBack = plain([
  ['over the weekend', '3h sydneyOffice', 'Fri 2026-04-03 16:00+11:00', 'Mon 2026-04-06 11:00+10:00'],
  ['due before the change', '2h sydneyNights', 'Sat 2026-04-04 22:00+11:00', 'Sun 2026-04-05 00:00+11:00'],
  ['due after the change', '6h sydneyNights', 'Sat 2026-04-04 22:00+11:00', 'Sun 2026-04-05 03:00+10:00'],
  ['the night has nine hours', '9h sydneyNights', 'Sat 2026-04-04 22:00+11:00', 'Sun 2026-04-05 06:00+10:00'],
  ['the tenth comes in the next night', '10h sydneyNights', 'Sat 2026-04-04 22:00+11:00', 'Sun 2026-04-05 23:00+10:00'],
  ['started when the clock shows 02:30 first', '1h sydneyNights', 'Sun 2026-04-05 02:30+11:00', 'Sun 2026-04-05 02:30+10:00'],
  ['started when the clock shows 02:30 again', '1h sydneyNights', 'Sun 2026-04-05 02:30+10:00', 'Sun 2026-04-05 03:30+10:00'],
  ['a span that begins within the repeated hour is half an hour longer', '8h sydneyDawn', 'Sun 2026-04-05 00:00+11:00', 'Sun 2026-04-05 10:00+10:00'],
  ['Lord Howe repeats half an hour only', '8h30m lordHoweNights', 'Sat 2026-04-04 22:00+11:00', 'Sun 2026-04-05 06:00+10:30']
])
