/** Reads a file as OData wants binary data: base64 with the URL-safe alphabet. */
export async function base64Url(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // in pieces, because a call takes a limited number of arguments
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_')
}

/** Gives a text to the browser as a download. */
export function save(name: string, text: string, type: string): void {
  // the byte order mark tells spreadsheets that the file is UTF-8
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
