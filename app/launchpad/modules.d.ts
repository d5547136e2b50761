declare module '@ui5/project/ui5Framework/Sapui5Resolver' {
  export default class Sapui5Resolver {
    constructor (options: { version: string, cwd: string, ui5DataDir: string, providedLibraryMetadata: Record<string, object> })
    install (libraries: string[]): Promise<{ libraryMetadata: Record<string, { path: string }> }>
  }
}

declare module 'less-openui5' {
  import type fs from 'node:fs'
  export class Builder {
    constructor (options: { fs: { readFile: (file: string, ...rest: [BufferEncoding, (error: unknown, text: string) => void]) => void, stat: (file: string, done: (error: NodeJS.ErrnoException | null, stats: fs.Stats) => void) => void } })
    build (options: { lessInputPath: string, library: { name: string }, compiler: { compress: boolean } }): Promise<{ css: string, cssRtl: string, variables: object }>
  }
}
