import type { Batch } from './seed'

/** What the pages of quality send, each inner array one `$batch`. */
export const QUALITY = '/odata/v4/quality'

const NO_SHADOWED = '(IsActiveEntity%20eq%20false%20or%20SiblingEntity/IsActiveEntity%20eq%20null)'
const COLUMNS = 'ID,number,shortText,status_code,clockDueAt,model,serialNumber,customerName,requiredEnd,owner,rule_code'
const LIST = `HasActiveEntity,HasDraftEntity,IsActiveEntity,clockCriticality,dueCriticality,${COLUMNS}`
const EXPANDS = 'DraftAdministrativeData($select=DraftUUID,InProcessByUser,LastChangedByUser),rule($select=code,name),status($select=code,criticality,name)'
const OPEN = '(isOpen%20eq%20true)'
const VIEWS = {
  mine: [`${OPEN}%20and%20(isMine%20eq%20true)`, 'requiredEnd,number'], due: [`${OPEN}%20and%20(isDue%20eq%20true)`, 'requiredEnd,number'], clock: ['(isClockRunning%20eq%20true)', 'clockDueAt'],
  proposed: [`${OPEN}%20and%20(isProposed%20eq%20true)`, 'createdAt%20desc'], all: ['', 'createdAt%20desc']
} as const
export type View = keyof typeof VIEWS
export const VIEW_NAMES = Object.keys(VIEWS) as View[]

/** The first 30 rows of a view and how many there are. */
export const worklist = (view: View) =>
  [`QualityNotifications?$count=true&$select=${LIST}&$expand=${EXPANDS}&$orderby=${VIEWS[view][1]}&$filter=${[NO_SHADOWED, VIEWS[view][0]].filter(Boolean).join('%20and%20')}&$skip=0&$top=30`]

/** The numbers on the tabs. */
export const viewCounts = () => VIEW_NAMES.map(view => `QualityNotifications/$count?$filter=${[VIEWS[view][0], NO_SHADOWED].filter(Boolean).join('%20and%20')}`)

const FLAT = `FlatNotifications?$count=true&$select=${COLUMNS},priority_code,plant,country,supplier&$skip=0&$top=30`

/** As many flat rows of the same table, with filter, order and count: those that are open, and all of them. */
export const flatList = () => [`${FLAT}&$orderby=requiredEnd&$filter=${OPEN}`]
export const flatAll = () => [`${FLAT}&$orderby=createdAt%20desc`]
/** As many counts as there are views, one of them of all. */
export const flatCounts = () => VIEW_NAMES.map(view => `FlatNotifications/$count${view === 'all' ? '' : `?$filter=${OPEN}`}`)

const of = ({ part_ID, batch }: Batch) => `part_ID%20eq%20${part_ID}%20and%20batch%20eq%20'${batch}'`
const HOLDER = 'ID,part_ID,partNumber,partName,batch,quantity,fittedAt,removedAt,isFitted,equipment_ID,serialNumber,equipmentName,model,siteName,city,country,customer_ID,customerName,fittedByNumber,openOrders,openNotifications'

/** Who else has it: the first 30 pieces of equipment that hold a batch, with what is open there, and how many there are. */
export const holders = (batch: Batch) => [`BatchHolders?$count=true&$select=${HOLDER}&$orderby=fittedAt%20desc&$filter=${of(batch)}&$skip=0&$top=30`]
export const flatFitted = (batch: Batch) => [`FlatFittedParts?$count=true&$orderby=fittedAt%20desc&$filter=${of(batch)}&$skip=0&$top=30`]

/** The graph that begins at a batch. */
export const graph = ({ part_ID, batch }: Batch) => [`trace(kind='batch',part_ID=${part_ID},batch='${batch}',top=30)`]
