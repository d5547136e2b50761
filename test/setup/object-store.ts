import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

// It has no types.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const RemoteAttachmentsService = require('@cap-js/attachments/srv/object-store') as new () => {
  put(attachments: { name: string }, data: object): Promise<unknown>
}

/** What is in the store, by the file's url; `isAway` refuses everything. */
export const store = { contents: new Map<string, Buffer>(), isAway: false }

/** Stands in for a bucket: contents are here, rows have none. */
export default class ObjectStore extends RemoteAttachmentsService {
  async put(attachments: { name: string }, { content, ...metadata }: { url: string; content?: Readable | Buffer }) {
    if (content) store.contents.set(metadata.url, await buffer(Readable.from(content)))
    return super.put(attachments, metadata)
  }

  async get(attachments: object, keys: object) {
    const row = (await SELECT.one.from(attachments as never, keys as never).columns('url')) as unknown as { url: string } | undefined
    const content = store.contents.get(row?.url ?? '')
    return content ? Readable.from([content]) : null
  }

  async delete(url: string) {
    if (store.isAway) throw Object.assign(new Error('The store is away'), { code: 'ECONNREFUSED' })
    return store.contents.delete(url)
  }
}
