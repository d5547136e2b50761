import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** A file that can be read more than once. */
export interface CsvSource {
  /** Bytes. */
  size: number
  open(range?: { end: number }): Readable
}

export const fileSource = (path: string): CsvSource => ({
  size: statSync(path).size,
  open: range => createReadStream(path, { ...range, highWaterMark: 64 * 1024 })
})

export const bufferSource = (content: Buffer): CsvSource => ({
  size: content.length,
  open: range => Readable.from([range ? content.subarray(0, range.end + 1) : content])
})

/** @param csv the file as an action receives it: as Base64 where it comes as text */
export async function uploadedSource(csv: Buffer | Readable | string): Promise<CsvSource> {
  if (typeof csv === 'string') return bufferSource(Buffer.from(csv, 'base64'))
  return bufferSource(Buffer.isBuffer(csv) ? csv : await buffer(csv))
}

const HEAD = 64 * 1024

/**
 * Tells the encoding of a file: UTF-16 by its byte order mark, UTF-8 when every byte fits it, else GB18030
 * as Chinese systems write it, or Windows-1252 when the headings are German.
 *
 * @param isGerman tells it by the headings
 */
export async function detectEncoding(source: CsvSource, isGerman: (header: string[]) => boolean): Promise<string> {
  const head = await readHead(source)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (await isUtf8(source)) return 'utf-8'
  const { header } = headerOf(new TextDecoder('windows-1252').decode(head))
  return isGerman(header) ? 'windows-1252' : 'gb18030'
}

/** Tells the delimiter by the heading line: the one that stands there most. */
export async function detectDelimiter(source: CsvSource, encoding: string): Promise<string> {
  return headerOf(new TextDecoder(encoding).decode(await readHead(source))).delimiter
}

function headerOf(text: string): { delimiter: string; header: string[] } {
  const line = /^[^\r\n]*/.exec(text.trimStart())![0]
  const unquoted = line.replace(/"[^"]*"/g, '')
  const [delimiter] = [',', ';', '\t', '|'].sort((a, b) => unquoted.split(b).length - unquoted.split(a).length)
  return { delimiter, header: line.split(delimiter).map(heading => heading.replace(/"/g, '')) }
}

async function readHead(source: CsvSource): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source.open({ end: HEAD - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function isUtf8(source: CsvSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = source.open()
  try {
    for await (const chunk of stream) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  } finally {
    stream.destroy()
  }
}
