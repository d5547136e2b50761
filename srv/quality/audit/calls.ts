import type cds from '@sap/cds'
import { Journal } from './journal'
import { places, savedTableOf, type Definition } from './model'

interface Operation { kind: string; params?: Record<string, { type?: string; '@aftersales.secret'?: boolean }> }
interface Request { event: string; target?: Definition & { actions?: Record<string, Operation> }; params: unknown[]; data: Record<string, unknown> }

/** Notes which action is called for which audited record, with what: its changes are named after it. */
export function noteCalls(service: cds.Service): void {
  const unbound = (service as unknown as { actions: Record<string, Operation> }).actions
  service.prepend(() => {
    service.before('*', req => {
      const { event, target, params, data } = req as unknown as Request
      const operation = target?.actions?.[event] ?? (target ? undefined : unbound[event])
      if (operation?.kind !== 'action' || target?.isDraft || target?.name?.endsWith('.drafts')) return
      const place = target && places().get(savedTableOf(target)?.name ?? '')
      const isRecord = place && !place.path.length
      Journal.of(req as never).calls.push({
        event, input: inputOf(operation, data), ...(place && { object: place.root.object }), ...(isRecord && { objectID: keyOf(params?.at(-1), place.root.keys) })
      })
    })
  })
}

function keyOf(param: unknown, keys: string[]): string | undefined {
  if (param === null || typeof param !== 'object') return param === undefined ? undefined : String(param)
  return keys.map(key => String((param as Record<string, unknown>)[key])).join('/')
}

/** Credentials and files are left out, whatever they are called. */
function inputOf({ params = {} }: Operation, data: Record<string, unknown> = {}): string | null {
  const readable = Object.entries(data).filter(([name, value]) =>
    value !== null && value !== undefined && params[name] && !params[name]['@aftersales.secret'] && !/credential|password|secret|token/i.test(name) && params[name].type !== 'cds.LargeBinary')
  return readable.length ? JSON.stringify(Object.fromEntries(readable)) : null
}
