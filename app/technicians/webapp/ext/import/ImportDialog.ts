import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import Messaging from 'sap/ui/core/Messaging'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import type { FileUploader$ChangeEvent } from 'sap/ui/unified/FileUploader'
import { base64Url, save } from './files'

interface ImportResult {
  rows: number
  created: number
  updated: number
  rejected: number
  seconds: string
  rejectsCsv: string | null
}

const DIALOG = 'aftersales.technicians.ext.import.ImportTechnicians'

/** Uploads a CSV file of technicians and shows what was taken over and what wasn't, and why. */
export default class ImportDialog {
  private readonly state = new JSONModel({ csv: null, mapping: null, result: null, summary: '', error: '', busy: false, phone: Device.system.phone })
  private dialog!: Dialog
  private texts!: ResourceBundle

  constructor(private readonly api: ExtensionAPI) {
    // the list of rejects may be long
    this.state.setSizeLimit(100_000)
  }

  /** Loads and opens the dialog. */
  async open(): Promise<void> {
    this.dialog = await this.api.loadFragment({ id: 'importTechnicians', name: DIALOG, controller: this.handlers() } as never) as Dialog
    this.dialog.setModel(this.state, 'import')
    this.dialog.attachAfterClose(() => this.dialog.destroy())
    this.api.addDependent(this.dialog)
    this.texts = await (this.api.getModel('i18n') as ResourceModel).getResourceBundle()
    this.dialog.open()
  }

  takeCsv(event: FileUploader$ChangeEvent): void {
    this.take(event, '/csv')
  }

  takeMapping(event: FileUploader$ChangeEvent): void {
    this.take(event, '/mapping')
  }

  refuseType(): void {
    this.state.setProperty('/error', this.text('wrongFileType'))
  }

  /** Sends the file and shows the outcome in the same dialog. */
  async start(): Promise<void> {
    this.state.setProperty('/error', '')
    this.wait(true)
    try {
      const result = await this.import()
      this.state.setProperty('/summary', this.text('importSummary', result.rows, result.created, result.updated, result.rejected, result.seconds))
      this.state.setProperty('/result', result)
      void this.api.refresh()
    } catch (error) {
      this.state.setProperty('/error', (error as Error).message)
      Messaging.removeAllMessages()
    } finally {
      this.wait(false)
    }
  }

  download(): void {
    save('rejects.csv', (this.state.getProperty('/result') as ImportResult).rejectsCsv ?? '', 'text/csv')
  }

  close(): void {
    this.dialog.close()
  }

  /** What the fragment calls: Fiori elements takes over own properties only, so the methods are listed. */
  private handlers(): object {
    return {
      takeCsv: (event: FileUploader$ChangeEvent) => this.takeCsv(event),
      takeMapping: (event: FileUploader$ChangeEvent) => this.takeMapping(event),
      refuseType: () => this.refuseType(),
      start: () => this.start(),
      download: () => this.download(),
      close: () => this.close()
    }
  }

  private async import(): Promise<ImportResult> {
    const csv = this.state.getProperty('/csv') as File
    const mapping = this.state.getProperty('/mapping') as File | null
    const operation = (this.api.getModel() as ODataModel).bindContext('/importTechnicians(...)')
    operation.setParameter('csv', await base64Url(csv))
    if (mapping) operation.setParameter('mapping', await mapping.text())
    await operation.invoke()
    return operation.getBoundContext().getObject() as ImportResult
  }

  private take(event: FileUploader$ChangeEvent, property: string): void {
    const files = event.getParameter('files') as unknown as FileList | File[] | undefined
    this.state.setProperty('/error', '')
    this.state.setProperty(property, files?.[0] ?? null)
  }

  private wait(busy: boolean): void {
    this.state.setProperty('/busy', busy)
    this.dialog.setBusy(busy)
  }

  private text(key: string, ...args: unknown[]): string {
    return this.texts.getText(key, args) ?? key
  }
}
