export type NodeKind = 'order' | 'notification' | 'capa' | 'batch' | 'serial' | 'equipment' | 'supplier'
export type EdgeKind = 'raised' | 'treats' | 'about' | 'contains' | 'contained' | 'delivered' | 'fitted' | 'removed'

export interface Node { id: string; kind: NodeKind; ID: string | null; title: string; text: string | null; status: string | null; criticality: number | null; depth: number }
export interface Edge { source: string; target: string; kind: EdgeKind }

/** Things and what leads from one to another, each once. An edge whose end nobody has drawn is left out. */
export class Graph {
  private readonly nodes = new Map<string, Omit<Node, 'depth'>>()
  private readonly edges = new Map<string, Edge>()

  add(kind: NodeKind, key: string, { ID = null, title, text = null, status = null, criticality = null }: Partial<Node> & { title: string }): string {
    const id = `${kind}:${key}`
    if (!this.nodes.has(id)) this.nodes.set(id, { id, kind, ID, title, text, status, criticality })
    return id
  }

  link(source: string, target: string, kind: EdgeKind): void {
    this.edges.set(`${source} ${kind} ${target}`, { source, target, kind })
  }

  has = (id: string) => this.nodes.has(id)

  /**
   * @param starts where the trace began: they have depth 0, their neighbours 1 …
   * @returns nodes by depth; what nothing leads to comes last
   */
  drawn(starts: string[]): { nodes: Node[]; edges: Edge[] } {
    const edges = [...this.edges.values()].filter(({ source, target }) => this.has(source) && this.has(target))
    const neighbours = new Map<string, string[]>()
    for (const { source, target } of edges) for (const [from, to] of [[source, target], [target, source]]) neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    const depths = new Map(starts.filter(this.has).map(id => [id, 0]))
    for (const queue = [...depths.keys()]; queue.length;) {
      const from = queue.shift()!
      for (const to of neighbours.get(from) ?? []) if (!depths.has(to)) {
        depths.set(to, depths.get(from)! + 1)
        queue.push(to)
      }
    }
    const furthest = Math.max(0, ...depths.values()) + 1
    const nodes = [...this.nodes.values()].map(node => ({ ...node, depth: depths.get(node.id) ?? furthest })).sort((a, b) => a.depth - b.depth)
    return { nodes, edges }
  }
}
