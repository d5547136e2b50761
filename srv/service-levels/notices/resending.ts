import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'

/** A notice that could not be delivered starts anew, with as many attempts as the first time. */
export function keepResending(service: cds.ApplicationService): void {
  const { Notices } = service.entities as Record<string, any>
  service.on('resend', Notices, async req => {
    const ID = idOf(req.params.at(-1))!
    await resend(ID)
    return SELECT.one.from(Notices, { ID } as never)
  })
}

async function resend(ID: string): Promise<void> {
  const { Notices } = entities()
  const changed = await UPDATE(Notices).with({ state_code: 'Pending', sendAfter: cds.context!.timestamp.toISOString(), attempts: 0 } as never).where({ ID, state_code: 'Failed' })
  if (changed) return
  const notice = await SELECT.one.from(Notices, { ID } as never).columns('ID')
  if (!notice) fail(404, 'NOTICE_UNKNOWN')
  fail(409, 'NOTICE_NOT_FAILED')
}
