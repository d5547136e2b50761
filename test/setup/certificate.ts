import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** A certificate of its own authority for this machine, an hour long: for servers of tests that speak HTTPS. As PEM. */
export function localCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signed = der(0x30, content(publicKey)), algorithm = der(0x30, ECDSA_SHA256)
  const certificate = der(0x30, signed, algorithm, der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey)))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n` }
}

/** Tag, length and content of ASN.1, as X.690 has it. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts), length = body.length
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const ECDSA_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex')
const [COMMON_NAME, ALTERNATIVE_NAMES, CONSTRAINTS] = ['0603550403', '0603551d11', '0603551d13'].map(hex => Buffer.from(hex, 'hex'))

/** Version, number, algorithm, issuer, validity, subject, key, and for whom it is (RFC 5280). */
function content(publicKey: KeyObject): Buffer {
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from('localhost')))))
  const moment = (at: number) => der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`))
  const names = der(0x30, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))
  const extensions = der(0x30, der(0x30, ALTERNATIVE_NAMES, der(0x04, names)), der(0x30, CONSTRAINTS, Buffer.from('0101ff', 'hex'), der(0x04, der(0x30, Buffer.from('0101ff', 'hex')))))
  return Buffer.concat([
    der(0xa0, Buffer.from('020102', 'hex')), der(0x02, Buffer.from([1])), der(0x30, ECDSA_SHA256), name, der(0x30, moment(Date.now() - 60_000), moment(Date.now() + 3_600_000)), name,
    publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, extensions)
  ])
}
