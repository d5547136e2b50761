import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface Mail {
  id: string
  to: string
  subject: string
  body: string
  headers: string
}

/** Takes mails on a port of this machine and keeps them. */
export interface MailCatcher {
  port: number
  mails: Mail[]
  /** Refuses mails to these from now on. */
  refuse(...addresses: string[]): void
  stop(): Promise<void>
}

export async function catchMails(onMail?: (mail: Mail) => void): Promise<MailCatcher> {
  const [mails, refused] = [[] as Mail[], new Set<string>()]
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) => done(refused.has(address) ? new Error('No such mailbox') : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const mail = read(Buffer.concat(chunks).toString(), envelope.rcptTo.map(({ address }) => address).join())
        mails.push(mail)
        onMail?.(mail)
        done()
      })
    }
  })
  // A sender that is killed leaves a broken connection behind.
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as { port: number }).port, mails,
    refuse: (...addresses) => addresses.forEach(address => refused.add(address)),
    stop: () => new Promise(resolve => server.close(() => resolve()))
  }
}

function read(raw: string, to: string): Mail {
  const end = raw.indexOf('\r\n\r\n')
  const [headers, content] = [raw.slice(0, end).replace(/\r\n[ \t]+/g, ' '), raw.slice(end + 4)]
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1] ?? ''
  return { id: header('Message-ID'), to, subject: words(header('Subject')), body: decoded(content, header('Content-Transfer-Encoding')), headers }
}

/** Encoded words of RFC 2047; white space between two of them does not count. */
const words = (text: string) => text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, value: string) =>
  kind.toLowerCase() === 'b' ? Buffer.from(value, 'base64').toString() : decoded(value.replaceAll('_', ' '), 'quoted-printable'))

function decoded(content: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(content, 'base64').toString()
  if (!/quoted-printable/i.test(encoding)) return content
  const bytes = content.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
