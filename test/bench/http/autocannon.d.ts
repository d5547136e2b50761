declare module 'autocannon' {
  interface Request { method?: string; path?: string; headers?: Record<string, string>; body?: string; setupRequest?(request: Request): Request; onResponse?(status: number, body: string): void }
  interface Options { url: string; connections: number; duration: number; timeout: number; requests: Request[] }
  interface Instance { on(event: 'response', listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void }
  /** Comes without types. */
  export default function autocannon(options: Options, done: (error: Error | null) => void): Instance
}
