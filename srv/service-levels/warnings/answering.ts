import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { calendars } from '../../working-time/calendars'
import { factsOfWarnings } from './facts'
import { escalationAt } from './ladder'
import { GIVEN } from './plan'
import { tellOfHandOver } from './telling'

/** Whoever acknowledges has the ladder's time to act, then the next level is asked after all. */
export async function acknowledge(ID: string, comment?: string | null): Promise<void> {
  const { Warnings } = entities()
  const { timestamp, user } = cds.context!
  const changed = await UPDATE(Warnings).with({
    state_code: 'Acknowledged', acknowledgedAt: timestamp.toISOString(), acknowledgedBy: user.id, ...(comment && { comment }), ...(await actBy(ID))
  } as never).where({ ID, state_code: { in: ['Open', 'HandedOver'] } })
  if (!changed) await explain(ID)
}

/** The new person is told, and has to answer in turn. */
export async function handOver(ID: string, person_ID: string, comment?: string | null): Promise<void> {
  const { Warnings, OnCallPersons } = entities()
  if (!(await SELECT.one.from(OnCallPersons).columns('ID').where({ ID: person_ID }))) fail(422, 'PERSON_UNKNOWN', { target: 'person_ID' })
  const { timestamp, user } = cds.context!
  const changed = await UPDATE(Warnings).with({
    state_code: 'HandedOver', person_ID, handedOverAt: timestamp.toISOString(), handedOverBy: user.id, ...(comment && { comment }), ...(await answerBy(ID))
  } as never).where({ ID, state_code: { in: GIVEN } })
  if (!changed) await explain(ID)
  const [warning] = await factsOfWarnings({ ID })
  await tellOfHandOver(warning, comment)
}

const actBy = (ID: string) => ladderFrom(ID, true)
const answerBy = (ID: string) => ladderFrom(ID, false)

/** A clock that waits has stopped its ladder, and warnings that need no answer have none. */
async function ladderFrom(ID: string, isAnswered: boolean): Promise<{ escalateAt?: string | null }> {
  const [warning] = await factsOfWarnings({ ID })
  if (!warning?.escalates || !warning.escalationLevel || !warning.isRunning) return {}
  return { escalateAt: await escalationAt(warning.escalationLevel, isAnswered, warning.hours, await calendars()) }
}

async function explain(ID: string): Promise<never> {
  const { Warnings } = entities()
  const warning = await SELECT.one.from(Warnings, { ID } as never).columns('state.name as state')
  if (!warning) fail(404, 'WARNING_UNKNOWN')
  return fail(409, 'WARNING_WRONG_STATE', { args: [warning.state] })
}
