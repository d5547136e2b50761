import { error, warning, type Finding } from './findings'
import type { Usage } from './usage'

const ELEMENT = /<(?:\w+:)?element\b[^>]*?\bname="([^"]+)"/g

/** Looks for the elements that we send and read in the description of a SOAP service. One without types says nothing: some hosts keep them in files of their own. */
export function compareElements(wsdl: string, { elements = [] }: Usage): { compared?: { entitySets: number; fields: number }; findings: Finding[] } {
  const known = new Set([...wsdl.matchAll(ELEMENT)].map(([, name]) => name))
  if (!known.size) return { findings: [warning('NO_ELEMENTS', '', 'The description names no elements, so that nothing was compared')] }
  const missing = elements.filter(name => !known.has(name))
  const findings = missing.map(name => error('ELEMENT_MISSING', name, 'The host does not know this element: it would be refused or passed over'))
  return { compared: { entitySets: 0, fields: elements.length }, findings }
}
