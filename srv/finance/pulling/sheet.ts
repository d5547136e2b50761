import { serialOf, withDecimals } from './cells'
import type { Column } from './columns'
import type { Row } from './csv'

/** How a cell looks, by its place in STYLES: a heading, a day, a moment, and amounts of 0 … 4 digits. */
const HEADING = 1, DATE = 2, TIMESTAMP = 3, AMOUNT = 4, MOST_DIGITS = 4

const FORMATS = ['yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd\\ hh:mm:ss', ...Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => `#,##0${digits ? `.${'0'.repeat(digits)}` : ''}`)]
const FIRST_FORMAT = 164
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Rows of a sheet of Excel, the heading among them. */
export const SHEET_ROWS = 1_048_576

export const STYLES = `${XML}<styleSheet xmlns="${NAMESPACE}">` +
  `<numFmts count="${FORMATS.length}">${FORMATS.map((format, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${format}"/>`).join('')}</numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
  `${FORMATS.map((_, at) => `<xf numFmtId="${FIRST_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

export const sheetBeginning = (columns: Column[]): string =>
  `${XML}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<cols>${columns.map(({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${kind === 'timestamp' ? 20 : 16}" customWidth="1"/>`).join('')}</cols>` +
  `<sheetData><row>${columns.map(({ heading }) => textCell(heading, HEADING)).join('')}</row>`

export const SHEET_END = '</sheetData></worksheet>'

/** @param digits digits after the point by currency */
export function sheetRow(row: Row, columns: Column[], digits: Map<string, number>): string {
  let cells = ''
  for (let at = 0; at < columns.length; at++) cells += cell(row, columns[at], digits)
  return `<row>${cells}</row>`
}

function cell(row: Row, { name, kind, currency, names }: Column, digits: Map<string, number>): string {
  const value = row[name]
  if (value === null || value === undefined) return '<c/>'
  if (kind === 'amount') {
    const number = withDecimals(String(value), digits.get(row[currency!] as string) ?? 2), point = number.indexOf('.')
    return numberCell(number, AMOUNT + Math.min(MOST_DIGITS, point < 0 ? 0 : number.length - point - 1))
  }
  if (kind === 'number') return numberCell(withDecimals(String(value), 0), 0)
  if (kind === 'date' || kind === 'timestamp') {
    const serial = serialOf(String(value))
    return serial === undefined ? textCell(String(value)) : numberCell(String(serial), kind === 'date' ? DATE : TIMESTAMP)
  }
  return textCell(names?.get(value as string) ?? String(value))
}

const numberCell = (number: string, style: number) => `<c${style ? ` s="${style}"` : ''}><v>${number}</v></c>`

/** As what a formula would have given, without a formula: half as long as a string in line, and never run. */
const textCell = (text: string, style = 0) => `<c${style ? ` s="${style}"` : ''} t="str"><v${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</v></c>`

const MARKUP = /[&<>]/
// eslint-disable-next-line no-control-regex -- these are what XML has no place for
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function escaped(text: string): string {
  const possible = text.replace(IMPOSSIBLE, '\uFFFD')
  return MARKUP.test(possible) ? possible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : possible
}

/** The parts of a workbook beside its sheets, by their paths. */
export function workbookParts(title: string, sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': `${XML}<workbook xmlns="${NAMESPACE}" xmlns:r="${office}"><sheets>${numbers.map(at => `<sheet name="${escaped(nameOf(title, at))}" sheetId="${at}" r:id="rId${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${relations}">${numbers.map(at => `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`).join('')}` +
      `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/>` +
      `${numbers.map(at => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/></Types>`
  }
}

/** Excel takes 31 characters and none of : \ / ? * [ ]. */
const nameOf = (title: string, at: number) => `${title.replace(/[:\\/?*[\]"']/g, ' ').slice(0, 26)}${at > 1 ? ` ${at}` : ''}`
