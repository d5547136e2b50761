/** Who called, as the intake takes it. */
export interface Caller {
  contactName?: string
  contactPhone?: string
  contactEmail?: string
}

const EMAIL = /[^\s,;<>]+@[^\s,;<>]+/
const PHONE = /\+?\(?\d[\d\s()/.-]{3,}\d/

/**
 * Splits what an agent types about a caller, in any order, into name, phone and e-mail address:
 * "Ms Weber +49 711 55501-12" is a name and a number.
 */
export function splitCaller(typed: string): Caller {
  const contactEmail = typed.match(EMAIL)?.[0]
  const withoutEmail = typed.replace(EMAIL, ' ')
  const contactPhone = withoutEmail.match(PHONE)?.[0]
  const contactName = withoutEmail.replace(PHONE, ' ').replace(/[,;<>]/g, ' ').replace(/\s+/g, ' ').trim()
  return {
    ...contactName && { contactName },
    ...contactPhone && { contactPhone: contactPhone.trim() },
    ...contactEmail && { contactEmail }
  }
}
