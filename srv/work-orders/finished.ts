import { fail } from '../errors'

const FINISHED = ['Closed', 'Cancelled']

/** 409 for an order that is closed or cancelled: neither its facts nor its costs change any more. */
export function refuseFinished({ number, status_code }: { number: string; status_code: string }): void {
  if (FINISHED.includes(status_code)) fail(409, 'WORK_ORDER_FINISHED', { args: [number] })
}
