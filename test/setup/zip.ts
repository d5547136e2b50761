import zlib from 'node:zlib'

/** Texts of the files in a zip archive, by their paths. */
export function unzipped(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')), files: Record<string, string> = {}
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength, extra, comment, from] = [
      archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)
    ]
    const start = from + 30 + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28), content = archive.subarray(start, start + size)
    files[archive.toString('utf8', at + 46, at + 46 + nameLength)] = (method ? zlib.inflateRawSync(content) : content).toString('utf8')
    at += 46 + nameLength + extra + comment
  }
  return files
}
