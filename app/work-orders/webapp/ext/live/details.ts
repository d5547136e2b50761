import Dialog from 'sap/m/Dialog'
import type Event from 'sap/ui/base/Event'
import type ManagedObject from 'sap/ui/base/ManagedObject'
import type Control from 'sap/ui/core/Control'
import Fragment from 'sap/ui/core/Fragment'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type { LedgerText } from './ledger'
import { present } from './present'

interface Row { ledger?: () => Promise<LedgerText[]> }

/** Opens what there is to know about a row of a part: its fragment shows the row as the model `row`, and the ledger once it is read. */
export async function openDetails(part: Control, fragment: string, row: object, { ledger }: Row = {}): Promise<void> {
  const dialog = (await Fragment.load({ id: `${part.getId()}--details`, name: fragment, controller: part as never })) as Dialog
  const entries = new JSONModel({ entries: [] })
  dialog.setModel(new JSONModel(row), 'row').setModel(entries, 'ledger')
  present(part, dialog)
  if (ledger) entries.setProperty('/entries', await ledger())
}

/** The row that a control of a part's list, or of the details, stands for. */
export function rowOf<Row>(event: Event): Row {
  const control = event.getSource() as Control
  return (control.getBindingContext('part')?.getObject() ?? (control.getModel('row') as JSONModel).getData()) as Row
}

/** Closes the details that a control is in; nothing where it stands in the list. */
export function closeDetails(event: Event): void {
  let around: ManagedObject | null = event.getSource() as Control
  while (around && !(around instanceof Dialog)) around = around.getParent()
  around?.close()
}
