/**
 * What the work orders app sends, recorded in a browser: each inner array is one `$batch`.
 * The list report opens with its rows and, beside them, the counts of its five views; the object page opens with
 * the order and the tables that stand in sight, and asks for the rest when somebody scrolls there.
 */
export const WORK_ORDERS = '/odata/v4/work-orders'
export const FLOOR = '/odata/v4/bench-floor'

const NO_SHADOWED = '(IsActiveEntity%20eq%20false%20or%20SiblingEntity/IsActiveEntity%20eq%20null)'
const LIST_FIELDS =
  'HasActiveEntity,HasDraftEntity,ID,IsActiveEntity,city,customerName,executionMode_code,model,number,priority_code,promiseCriticality,' +
  'promisedAt,serialNumber,shortText,status_code,technician_ID'
const LIST_EXPANDS =
  'DraftAdministrativeData($select=DraftUUID,InProcessByUser,LastChangedByUser),executionMode($select=code,name),' +
  'priority($select=code,criticality,name),status($select=code,criticality,name),technician($select=ID,name)'

const OPEN = '(isOpen%20eq%20true)'
const VIEWS = { open: OPEN, mine: `${OPEN}%20and%20(isMine%20eq%20true)`, overdue: `${OPEN}%20and%20(isOverdue%20eq%20true)`, onHold: "(status_code%20eq%20'OnHold')", all: '' }

/** The first 30 rows of a view and how many there are. */
export function listPage(view: keyof typeof VIEWS = 'open', search?: string): string[] {
  const order = view === 'all' ? 'receivedAt%20desc' : 'promisedAt'
  const filter = [NO_SHADOWED, VIEWS[view]].filter(Boolean).join('%20and%20')
  return [
    `WorkOrders?$count=true&$select=${LIST_FIELDS}&$expand=${LIST_EXPANDS}&$orderby=${order}&$filter=${filter}${searching(search)}&$skip=0&$top=30`
  ]
}

/** The numbers on the tabs. */
export function viewCounts(search?: string): string[] {
  return Object.values(VIEWS).map(view => `WorkOrders/$count?$filter=${[view, NO_SHADOWED].filter(Boolean).join('%20and%20')}${searching(search)}`)
}

const searching = (text?: string) => (text ? `&$search=${encodeURIComponent(text)}` : '')

const PAGE_FIELDS =
  'DraftMessages,HasActiveEntity,HasDraftEntity,ID,IsActiveEntity,accountingIndicator_code,channel_code,city,contactEmail,contactName,' +
  'contactPhone,costTotal,country,currency_code,customerName,department,deviceClass_code,executionMode_code,faultCategory_code,' +
  'functionalLocation,importance_code,isOpen,manufacturer,model,number,orderType_code,patientImpact_code,plant,postalCode,' +
  'predecessorRelation_code,predecessor_ID,previousStatus_code,priority_code,promiseCriticality,promisedAt,receivedAt,reference,' +
  'repeatOf_ID,requestedStart,serialNumber,shortText,siteName,status_code,street,symptom,timeZone,udiDI,urgency_code,warrantyStatus_code'
const PAGE_EXPANDS =
  'DraftAdministrativeData($select=DraftIsCreatedByMe,DraftUUID,InProcessByUser),accountingIndicator($select=code,name),' +
  'channel($select=code,name),deviceClass($select=code,name),equipment($select=ID,serviceContract,serviceContractEnd,warrantyEnd),' +
  'executionMode($select=code,name),faultCategory($select=code,name),importance($select=code,criticality,name),orderType($select=code,name),' +
  'patientImpact($select=code,criticality,name),predecessor($select=ID,IsActiveEntity,number),predecessorRelation($select=code,name),' +
  'priority($select=code,criticality,name),repeatOf($select=ID,IsActiveEntity,number),status($select=code,criticality,name),' +
  'urgency($select=code,criticality,name),warrantyStatus($select=code,criticality,name)'

const COST_ITEMS =
  'costItems?$count=true&$select=HasActiveEntity,ID,IsActiveEntity,accountingIndicator_code,amount,currency_code,description,performedOn,' +
  'quantity,rate,type_code,unit&$expand=accountingIndicator($select=code,name),type($select=code,name)&$skip=0&$top=10'
const REPAIRS =
  'repairs?$count=true&$orderby=receivedAt%20desc&$select=ID,faultCategory_code,number,receivedAt,resolution_code,shortText,status_code' +
  '&$expand=faultCategory($select=code,name),resolution($select=code,name),status($select=code,criticality,name)&$skip=0&$top=10'
const EXECUTION =
  '?$select=acceptedAt,closedAt,completedAt,downtimeMinutes,firstTimeFix,holdReason_code,plannedStart,rating,ratingComment,remoteFix,' +
  'reopenCount,resolution_code,rootCauseHint,startedAt,summary,technician_ID,testData,udi' +
  '&$expand=holdReason($select=code,name),resolution($select=code,name),technician($select=ID,name)'
const NOTES = 'notes?$orderby=createdAt%20desc&$select=ID,createdAt,createdBy,text&$skip=0&$top=10'
const EVENTS =
  'events?$count=true&$orderby=sequence%20desc&$select=ID,at,fromStatus_code,reasonName,text,toStatus_code,type_code,userId' +
  '&$expand=fromStatus($select=code,name),toStatus($select=code,name),type($select=code,name)&$skip=0&$top=10'
const ATTACHMENTS =
  'attachments?$count=true&$select=HasActiveEntity,ID,IsActiveEntity,content,createdAt,createdBy,filename,mimeType,note,status,up__ID' +
  '&$expand=statusNav($select=code,criticality,name)&$skip=0&$top=10'

const order = (ID: string) => `WorkOrders(ID=${ID},IsActiveEntity=true)`

/** The object page as it opens: the order with its texts, then costs and earlier repairs. */
export function objectPage(ID: string): string[][] {
  return [[`${order(ID)}?$select=${PAGE_FIELDS}&$expand=${PAGE_EXPANDS}`], [`${order(ID)}/${COST_ITEMS}`, `${order(ID)}/${REPAIRS}`]]
}

/** The sections further down: execution and notes, history, attachments. */
export function furtherSections(ID: string): string[][] {
  return [
    [order(ID) + EXECUTION, `${order(ID)}/deviceClass?$select=code,requiresTestData,requiresUdi`, `${order(ID)}/${NOTES}`],
    [`${order(ID)}/${EVENTS}`],
    [`${order(ID)}/${ATTACHMENTS}`]
  ]
}

/** The floor: 30 flat rows with as many columns as the list's rows, with its filter, order and count, and no more. */
export function flatPage(): string[] {
  const own = LIST_FIELDS.split(',').filter(name => !/^Has|^IsActive|Criticality$/.test(name))
  return [`FlatOrders?$count=true&$select=${[...own, 'receivedAt', 'faultCategory_code', 'siteName', 'department']}&$orderby=promisedAt&$filter=${OPEN}&$skip=0&$top=30`]
}

/** The same rows as wide as the table. */
export const flatRows = () => [`FlatOrders?$count=true&$orderby=promisedAt&$filter=${OPEN}&$skip=0&$top=30`]
