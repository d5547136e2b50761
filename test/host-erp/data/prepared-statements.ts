import { DatabaseSync, type StatementSync } from 'node:sqlite'

const CHANGES = /^\s*(INSERT|UPDATE|DELETE)/i
const MOST = 500

/** Keeps statements that change data prepared: preparing them anew for each document took a tenth of the time. */
export function keepStatementsPrepared(): void {
  const { prepare } = DatabaseSync.prototype
  const kept = new WeakMap<DatabaseSync, Map<string, StatementSync>>()
  DatabaseSync.prototype.prepare = function (sql: string) {
    if (!CHANGES.test(sql)) return prepare.call(this, sql)
    const statements = kept.get(this) ?? new Map<string, StatementSync>()
    kept.set(this, statements)
    if (!statements.has(sql)) {
      if (statements.size >= MOST) statements.clear()
      statements.set(sql, prepare.call(this, sql))
    }
    return statements.get(sql)!
  }
}
