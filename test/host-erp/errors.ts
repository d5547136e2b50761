/** Where a message belongs: message class and number as the host writes them, or `ZHOST` where the stand-in has its own. */
const MESSAGES = {
  'M7/021': (shortage: string, unit: string, material: string, plant: string, location: string) =>
    `Deficit of SL Unrestricted-use ${shortage} ${unit} : ${material} ${plant} ${location}`.trim(),
  'M3/024': (material: string, user: string) => `Valuation data for material ${material} is locked by the user ${user}`,
  'M3/305': (material: string) => `Material ${material} does not exist or is not activated`,
  'M3/351': (material: string, plant: string) => `Material ${material} not maintained in plant ${plant}`,
  'M7/001': (table: string, entry: string) => `Check table ${table}: entry ${entry} does not exist`,
  'ZHOST/001': (field: string) => `Enter ${field}`,
  'ZHOST/002': (type: string) => `Movement type ${type} is not allowed for this goods movement`,
  'ZHOST/003': (document: string) => `Material document ${document} has already been reversed`,
  'ZHOST/004': (reservation: string) => `Reservation ${reservation} has withdrawals and cannot be deleted`,
  'ZHOST/005': (object: string, user: string) => `${object} is locked by user ${user}`,
  'ZHOST/006': (object: string) => `${object} is blocked or marked for deletion`,
  'ZHOST/016': (activityType: string, day: string) => `Activity type ${activityType} has no price on ${day}`,
  'ZHOST/017': (confirmation: string) => `Service confirmation ${confirmation} has already been cancelled`
} satisfies Record<string, (...values: string[]) => string>

type Code = keyof typeof MESSAGES

/** Refuses the request with a business message, as the host does: status 400, code `class/number`. */
export function refuse<C extends Code>(code: C, ...values: Parameters<(typeof MESSAGES)[C]>): never {
  const text = MESSAGES[code] as (...values: string[]) => string
  throw Object.assign(new Error(text(...(values as string[]))), { status: 400, code })
}
