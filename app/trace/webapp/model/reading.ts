import Messaging from 'sap/ui/core/Messaging'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Start, Trace } from './pieces'

export interface Found { start: Start; title: string; text: string }

const MOST = 10

async function rows<Row>(model: ODataModel, path: string, parameters: object): Promise<Row[]> {
  const list = model.bindList(path, undefined, [], [], { ...parameters, $$groupId: '$direct' } as object)
  try {
    return (await list.requestContexts(0, MOST)).map(context => context.getObject() as Row)
  } finally {
    list.destroy()
    Messaging.removeAllMessages()
  }
}

/** What people may mean by a word: the number of an order, notification, case or supplier, a batch or a serial number. */
export async function find(model: ODataModel, words: string): Promise<Found[]> {
  const word = `'${words.replaceAll("'", "''")}'`
  const numbered = (path: string, kind: string, text: string, draft = '') =>
    rows<Record<string, string>>(model, path, { $filter: `number eq ${word}${draft}`, $select: `ID,number,${text}` }).then(found => found.map(row => ({ start: { kind, ID: row.ID }, title: row.number, text: row[text] })))
  const active = ' and IsActiveEntity eq true'
  const found = await Promise.all([
    numbered('/WorkOrders', 'order', 'shortText'), numbered('/QualityNotifications', 'notification', 'shortText', active), numbered('/CapaCases', 'capa', 'title', active),
    rows<Holder>(model, '/BatchHolders', { $filter: `batch eq ${word}`, $select: 'ID,part_ID,partNumber,partName,batch' })
      .then(holders => distinct(holders).map(({ part_ID, batch, partNumber, partName }) => ({ start: { kind: 'batch', part_ID, batch: batch! }, title: batch!, text: `${partNumber} ${partName}` }))),
    rows<Holder>(model, '/BatchHolders', { $filter: `partSerialNumber eq ${word}`, $select: 'ID,part_ID,partNumber,partName,partSerialNumber' })
      .then(holders => distinct(holders).map(({ part_ID, partSerialNumber, partNumber, partName }) => ({ start: { kind: 'serial', part_ID, serialNumber: partSerialNumber! }, title: partSerialNumber!, text: `${partNumber} ${partName}` }))),
    rows<{ ID: string; serialNumber: string; name: string }>(model, '/Equipment', { $filter: `serialNumber eq ${word}`, $select: 'ID,serialNumber,name' })
      .then(found => found.map(({ ID, serialNumber, name }) => ({ start: { kind: 'equipment', ID }, title: serialNumber, text: name }))),
    rows<{ supplier: string }>(model, '/PartBatches', { $filter: `supplier eq ${word}`, $select: 'part_ID,batch,supplier' })
      .then(batches => batches.slice(0, 1).map(({ supplier }) => ({ start: { kind: 'supplier', supplier }, title: supplier, text: '' })))
  ])
  return found.flat()
}

export interface Holder { ID: string; part_ID: string; partNumber: string; partName: string; batch: string | null; partSerialNumber: string | null }

const distinct = (holders: Holder[]): Holder[] => holders.filter(({ part_ID }, index) => holders.findIndex(each => each.part_ID === part_ID) === index)

export async function readTrace(model: ODataModel, start: Start): Promise<Trace> {
  const operation = model.bindContext('/trace(...)')
  for (const [name, value] of Object.entries(start)) if (value !== undefined) operation.setParameter(name, value)
  try {
    await operation.invoke('$direct')
    return operation.getBoundContext().getObject() as Trace
  } finally {
    operation.destroy()
    Messaging.removeAllMessages()
  }
}
