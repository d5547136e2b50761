import { error, type Finding } from './findings'
import type { Usage } from './usage'

/** Why an API gave no metadata, and what to do about it. */
export function refusalOf({ status, words }: { status: number; words?: string }, { protocol, scenario }: Usage): Finding {
  const refused = (code: string, text: string) => error(code, '', words ? `${text} (the host says: ${words})` : text)
  const arrangement = `a communication arrangement for ${scenario ?? 'the scenario that contains this API'}`
  const activation = { V2: 'transaction /IWFND/MAINT_SERVICE', V4: 'transaction /IWFND/V4_ADMIN', SOAP: 'transaction SOAMANAGER' }[protocol]
  const paths = 'another service root goes into cds.requires.S4HANA.paths'
  if (status === 401) return refused('SIGN_IN_REFUSED', `This API does not accept the user, others do: add the user to ${arrangement}`)
  if (status === 403) return refused('NOT_AUTHORISED', `The user may not call this API: give it a role with S_SERVICE for it, or add it to ${arrangement}`)
  if (status === 404) return refused('NOT_ACTIVE', `There is no such service: activate it (${activation}), or create ${arrangement}; ${paths}`)
  if (status >= 300 && status < 400) {
    return refused('REDIRECTED', 'The host sends us to another page, probably to sign in as a person: use the address for APIs and a technical user')
  }
  if (status === 200) return refused('NO_METADATA', 'The answer is no metadata: the address may belong to a page or a proxy')
  return refused('FAILED', `The host answered ${status}`)
}
