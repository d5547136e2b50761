import { USER } from '../environment'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { changeStamp, toSeconds, today } from './dates'
import { checkEquipment, productIn } from './masters'
import { nextNumber } from './numbers'
import { insert } from './table'

/** Creates a defect: a coded finding on a piece of equipment or a material. */
export async function createDefect(data: Record<string, any>): Promise<Record<string, any>> {
  if (!data.DefectCodeGroup || !data.DefectCode) refuse('ZHOST/001', 'DefectCode')
  checkEquipment(data.Equipment)
  if (data.Material) productIn(data.Material, data.Plant)
  const DefectInternalID = nextNumber('defect')
  const defect = {
    ...data, DefectInternalID, Defect: DefectInternalID.slice(1), DefectCategory: data.DefectCategory || '06', IsDeleted: '', CreatedByUser: USER,
    CreationDate: today(), LastChangeDate: today(), ChangedDateTime: toSeconds(changeStamp())
  }
  await insert('API_DEFECT_SRV.A_Defect', [defect])
  count('documents', 'defect')
  return defect
}
