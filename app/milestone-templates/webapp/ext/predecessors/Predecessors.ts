import type MultiComboBox from 'sap/m/MultiComboBox'
import type Event from 'sap/ui/base/Event'
import type Context from 'sap/ui/model/odata/v4/Context'

/** The service keeps the milestones that come first as codes with blanks between. */
export const codesOf = (predecessors: string | null): string[] => (predecessors ?? '').split(' ').filter(Boolean)

/** Writes down what was chosen, and has its names read anew. */
export async function choose(event: Event<object, MultiComboBox>): Promise<void> {
  const box = event.getSource()
  const milestone = box.getBindingContext() as Context
  await milestone.setProperty('predecessors', box.getSelectedKeys().join(' ') || null)
  await milestone.requestSideEffects(['predecessorNames'])
}
