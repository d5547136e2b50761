import cds from '@sap/cds'
import express, { type Express, type Request, type Response } from 'express'
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { ELEMENTS, NAMESPACE, SERVICE } from '../../../srv/host-erp/s4/journal-entry-service'
import { type Decision, postJournalEntry } from '../documents/journal-entries'

type Row = Record<string, any>

export const JOURNAL_ENTRIES = '/sap/bc/srt/scs_ext/sap/journalentrycreaterequestconfi'

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: false, attributeNamePrefix: '@', isArray: tag => ['JournalEntryCreateRequest', 'Item'].includes(tag) })
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' })

/** The synchronous SOAP service for journal entries. It answers 200 to what it refuses, too. */
export function serveSoap(app: Express): void {
  app.get(JOURNAL_ENTRIES, (_req, res) => { res.type('text/xml; charset=utf-8').send(describe()) })
  app.post(JOURNAL_ENTRIES, express.text({ type: '*/*', limit: '5mb' }), (req, res) => { void answer(req, res) })
}

async function answer(req: Request, res: Response): Promise<void> {
  try {
    const text = String(req.body ?? '')
    const bulk = XMLValidator.validate(text) === true && parser.parse(text).Envelope?.Body?.JournalEntryBulkCreateRequest
    if (!bulk?.JournalEntryCreateRequest?.length) return fault(res, 'Error in XML: JournalEntryBulkCreateRequest is expected')
    const confirmations: Row[] = []
    for (const { MessageHeader, JournalEntry } of bulk.JournalEntryCreateRequest) confirmations.push(confirmation(MessageHeader, await decide(JournalEntry)))
    send(res, 200, { 'n0:JournalEntryBulkCreateConfirmation': {
      '@xmlns:n0': NAMESPACE, MessageHeader: header(bulk.MessageHeader), ConfirmationInterfaceOrignName: '', JournalEntryCreateConfirmation: confirmations, Log: ''
    } })
  } catch (error) {
    console.error(error)
    fault(res, 'An exception was raised')
  }
}

/** As much of a WSDL as tells which elements there are. */
const describe = () => `<?xml version="1.0" encoding="utf-8"?>${builder.build({ 'wsdl:definitions': {
  '@xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/', '@xmlns:xsd': 'http://www.w3.org/2001/XMLSchema', '@targetNamespace': NAMESPACE,
  'wsdl:types': { 'xsd:schema': { '@targetNamespace': NAMESPACE, 'xsd:element': ELEMENTS.map(name => ({ '@name': name })) } },
  'wsdl:portType': { '@name': SERVICE, 'wsdl:operation': { '@name': SERVICE } }
} })}`

/** Each entry of its own: one that is refused leaves nothing behind. */
const decide = (entry: Row) => cds.tx({ user: cds.User.privileged } as any, (() => postJournalEntry(entry ?? {})) as never) as unknown as Promise<Decision>

const confirmation = (message: Row, { log, ...document }: Decision): Row => ({
  MessageHeader: header(message), JournalEntryCreateConfirmation: document, Log: { MaximumLogItemSeverityCode: String(Math.max(...log.map(item => Number(item.SeverityCode)))), Item: log }
})

const header = (message: Row = {}): Row => ({ UUID: cds.utils.uuid(), ...(message.ID && { ReferenceID: message.ID }), CreationDateTime: new Date().toISOString() })

export const fault = (res: Response, text: string) => send(res, 500, { 'soap-env:Fault': { faultcode: 'soap-env:Server', faultstring: { '@xml:lang': 'en', '#text': text } } })

function send(res: Response, status: number, body: Row): void {
  res.status(status).type('text/xml; charset=utf-8')
    .send(builder.build({ 'soap-env:Envelope': { '@xmlns:soap-env': 'http://schemas.xmlsoap.org/soap/envelope/', 'soap-env:Header': '', 'soap-env:Body': body } }))
}
