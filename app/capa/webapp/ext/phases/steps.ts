export interface Phase { code: string; name: string; position: number }

/** A phase as the bar shows it. */
export interface Step { name: string; state: 'done' | 'current' | 'open' | 'stopped' }

const CANCELLED = 'Cancelled'

/** The phases in their order. A cancelled case stays where it was; a closed one is done with all. */
export function stepsOf(phases: Phase[], phase: string, previous: string | null): Step[] {
  const way = phases.filter(({ code }) => code !== CANCELLED).sort((a, b) => a.position - b.position)
  const at = way.findIndex(({ code }) => code === (phase === CANCELLED ? previous : phase))
  const last = way.length - 1
  return way.map(({ name }, index) => ({
    name, state: index < at || (index === at && at === last && phase !== CANCELLED) ? 'done' : index > at ? 'open' : phase === CANCELLED ? 'stopped' : 'current'
  }))
}
