import cds from '@sap/cds'

/** Does work in a transaction of its own as a user of the shell, as an action of a service would. */
export function byUser<T>(user: string, work: () => PromiseLike<T>): Promise<T> {
  return cds.tx({ user: new cds.User(user) } as never, work as never) as unknown as Promise<T>
}
