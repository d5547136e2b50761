import http from 'node:http'

const PEOPLE = 'parts'

export interface Answer { status: number; code?: string; milliseconds: number }

/** One of many who press a button, again and again, over a connection of their own. */
export class Person {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

  constructor(private readonly url: string) {}

  post(path: string, data: object): Promise<Answer> {
    const body = JSON.stringify(data), started = performance.now()
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: `Basic ${Buffer.from(`${PEOPLE}:`).toString('base64')}` }
    return new Promise((resolve, reject) => {
      const request = http.request(this.url + path, { method: 'POST', agent: this.agent, headers }, response => {
        let text = ''
        response.setEncoding('utf8').on('data', chunk => { text += chunk }).on('end', () => {
          const code = response.statusCode! < 300 ? undefined : (JSON.parse(text || '{}') as { error?: { code?: string } }).error?.code
          resolve({ status: response.statusCode!, code, milliseconds: performance.now() - started })
        })
      })
      // The server ended a connection that had been idle: it has not seen this request.
      request.on('error', (error: NodeJS.ErrnoException) => (request.reusedSocket && error.code === 'ECONNRESET' ? resolve(this.post(path, data)) : reject(error)))
      request.end(body)
    })
  }

  leave(): void {
    this.agent.destroy()
  }
}
