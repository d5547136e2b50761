/** What a movement type does to stock. */
export interface MovementType {
  /** Quantity leaves (-1) or enters (+1) the item's own stock. */
  sign: -1 | 1
  reversal: string
  /** Field of the item without which the host refuses it. */
  requires?: 'CostCenter' | 'ManufacturingOrder' | 'Supplier' | 'IssuingOrReceivingStorageLoc'
  /** Where the quantity goes to or comes from: another location, blocked stock, or stock at the supplier. */
  counterpart?: 'location' | 'blocked' | 'subcontractor'
}

export const MOVEMENT_TYPES: Record<string, MovementType> = {
  122: { sign: -1, reversal: '123', requires: 'Supplier' },
  123: { sign: 1, reversal: '122', requires: 'Supplier' },
  201: { sign: -1, reversal: '202', requires: 'CostCenter' },
  202: { sign: 1, reversal: '201', requires: 'CostCenter' },
  261: { sign: -1, reversal: '262', requires: 'ManufacturingOrder' },
  262: { sign: 1, reversal: '261', requires: 'ManufacturingOrder' },
  291: { sign: -1, reversal: '292' },
  292: { sign: 1, reversal: '291' },
  301: { sign: -1, reversal: '302', counterpart: 'location', requires: 'IssuingOrReceivingStorageLoc' },
  302: { sign: 1, reversal: '301', counterpart: 'location', requires: 'IssuingOrReceivingStorageLoc' },
  311: { sign: -1, reversal: '312', counterpart: 'location', requires: 'IssuingOrReceivingStorageLoc' },
  312: { sign: 1, reversal: '311', counterpart: 'location', requires: 'IssuingOrReceivingStorageLoc' },
  343: { sign: 1, reversal: '344', counterpart: 'blocked' },
  344: { sign: -1, reversal: '343', counterpart: 'blocked' },
  501: { sign: 1, reversal: '502' },
  502: { sign: -1, reversal: '501' },
  541: { sign: -1, reversal: '542', counterpart: 'subcontractor', requires: 'Supplier' },
  542: { sign: 1, reversal: '541', counterpart: 'subcontractor', requires: 'Supplier' },
  551: { sign: -1, reversal: '552' },
  552: { sign: 1, reversal: '551' },
  561: { sign: 1, reversal: '562' },
  562: { sign: -1, reversal: '561' }
}
