import type cds from '@sap/cds'

/**
 * `@cap-js/attachments` 3.10 looks for a new row's draft attachments by the key in the request's subject,
 * which a plain POST doesn't have: without one the server would fail on it.
 */
export function nameSubject(req: cds.Request): void {
  const [root] = (req.subject as unknown as { ref: (string | { id: string; where?: unknown })[] }).ref
  if (typeof root === 'object' && root.where) return
  const where = [{ ref: ['ID'] }, '=', { val: req.data.ID }]
  Object.defineProperty(req, 'subject', { value: { ref: [{ id: req.target.name, where }] } })
}
