import path from 'node:path'
import ts from 'typescript'

/**
 * Declarations of a module and of all that it refers to, for hosts in TypeScript: they compile against these alone.
 * @param entry what hosts import, from the root
 * @returns texts by path from the root, such as `srv/extend.d.ts`
 * @throws when the sources don't compile
 */
export function declarations(root: string, entry: string): Map<string, string> {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.build.json'), file => ts.sys.readFile(file))
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, declaration: true, emitDeclarationOnly: true, outDir: root, rootDir: root }, root)
  const program = ts.createProgram([path.join(root, entry)], options), texts = new Map<string, string>()
  const { diagnostics } = program.emit(undefined, (file, text) => texts.set(path.relative(root, file), text))
  const errors = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (errors.length) throw new Error(ts.formatDiagnostics(errors, { getCurrentDirectory: () => root, getCanonicalFileName: file => file, getNewLine: () => '\n' }))
  return texts
}
