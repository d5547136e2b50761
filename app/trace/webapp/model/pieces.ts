/** Where a trace begins, as the service takes it. */
export interface Start { kind: string; ID?: string; part_ID?: string; batch?: string; serialNumber?: string; supplier?: string }

export interface TraceNode { id: string; kind: string; ID: string | null; title: string; text: string | null; status: string | null; criticality: number | null; depth: number }
export interface TraceEdge { source: string; target: string; kind: string }
export interface Trace { nodes: TraceNode[]; edges: TraceEdge[]; holders: number; shown: number; isCut: boolean }

export const ICONS: Record<string, string> = {
  order: 'sap-icon://wrench', notification: 'sap-icon://message-warning', capa: 'sap-icon://quality-issue', batch: 'sap-icon://product', serial: 'sap-icon://bar-code',
  equipment: 'sap-icon://machine', supplier: 'sap-icon://supplier'
}
const PAGES: Record<string, string> = { order: '#WorkOrder-manage&/WorkOrders', notification: '#QualityNotification-manage&/QualityNotifications', capa: '#CapaCase-manage&/CapaCases' }
/** As lists say it. */
const VALUE_STATES = ['None', 'Error', 'Warning', 'Success', 'None', 'Information']
const STATES = ['Standard', 'Error', 'Warning', 'Success', 'Standard', 'Information']

/** Address of a thing's own page. */
export const hrefOf = ({ kind, ID }: TraceNode): string | undefined => (PAGES[kind] && ID ? `${PAGES[kind]}(ID=${ID},IsActiveEntity=true)` : undefined)

/** The trace that begins at a node. Nodes of batches and serial numbers are named `<kind>:<part>/<number>`. */
export function startAt({ kind, ID, id }: TraceNode): Start {
  const key = id.slice(kind.length + 1)
  if (kind === 'supplier') return { kind, supplier: key }
  if (kind !== 'batch' && kind !== 'serial') return { kind, ID: ID ?? key }
  const at = key.indexOf('/')
  return { kind, part_ID: key.slice(0, at), [kind === 'batch' ? 'batch' : 'serialNumber']: key.slice(at + 1) }
}

/** The nearest batch, or serial number, to where the trace began: whose holders the table lists. */
export const pieceIn = (nodes: TraceNode[]): Start | undefined => {
  const piece = [...nodes].sort((a, b) => a.depth - b.depth).find(({ kind }) => kind === 'batch' || kind === 'serial')
  return piece && startAt(piece)
}

export interface Words { kind(code: string): string; edge(code: string): string; label(key: string): string }

/** As the graph draws it: things with icon, state and facts; what leads to what in words. */
export function drawn({ nodes, edges }: Trace, words: Words) {
  return {
    nodes: nodes.map(node => ({
      ...node, kindName: words.kind(node.kind), icon: ICONS[node.kind], state: STATES[node.criticality ?? 0] ?? 'Standard', infoState: VALUE_STATES[node.criticality ?? 0] ?? 'None', href: hrefOf(node),
      described: [words.kind(node.kind), node.text].filter(Boolean).join(': '), facts: node.status ? [{ label: words.label('status'), value: node.status }] : []
    })),
    edges: edges.map(({ source, target, kind }) => ({ source, target, title: words.edge(kind) }))
  }
}

/** High enough for its fullest column, below the graph's own bar. */
export function heightOf(nodes: TraceNode[]): string {
  const columns = new Map<number, number>()
  for (const { depth } of nodes) columns.set(depth, (columns.get(depth) ?? 0) + 1)
  return `${Math.min(48, Math.max(20, 5 + Math.max(...columns.values(), 1) * 9.5))}rem`
}
