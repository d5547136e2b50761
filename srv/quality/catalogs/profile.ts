/** Which catalog profile holds for what was found where. What is left open holds for all. */
export interface ProfileRule {
  notificationType_code?: string | null
  deviceClass_code?: string | null
  model?: string | null
  profile_code: string
}

export interface ProfileSubject {
  type_code?: string | null
  deviceClass_code?: string | null
  model?: string | null
}

/**
 * The profile of the rule that says most: one that names the model before one that names the device class, before one that names the type of
 * notification; each outweighs all that come after it. Of two that say the same the first by name wins, so that the answer does not depend on their order.
 *
 * @returns nothing when no rule holds
 */
export function profileFor(subject: ProfileSubject, rules: ProfileRule[]): string | null {
  const matching = rules.filter(rule => holds(rule.model, subject.model) && holds(rule.deviceClass_code, subject.deviceClass_code) && holds(rule.notificationType_code, subject.type_code))
  const [best] = matching.sort((a, b) => weight(b) - weight(a) || (a.profile_code < b.profile_code ? -1 : 1))
  return best?.profile_code ?? null
}

const holds = (asked: string | null | undefined, given: string | null | undefined) => !asked || asked === given

const weight = ({ model, deviceClass_code, notificationType_code }: ProfileRule) => (model ? 4 : 0) + (deviceClass_code ? 2 : 0) + (notificationType_code ? 1 : 0)
