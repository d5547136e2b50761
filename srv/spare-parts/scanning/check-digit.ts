/**
 * Whether the last digit is the check digit of those before: from the right, weighted three and one by turns, all sum up to a multiple of
 * ten (GS1 General Specifications, section 7.9.1). Of any length.
 */
export function hasCheckDigit(digits: string): boolean {
  return /^\d+$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1)
}

/** The check digit that belongs behind some digits. */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}
