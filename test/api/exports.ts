import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** What a module exports, by name, with its signature as its source has it; what it passes on from files beside it included. */
export function exportsOf(file: string): Record<string, string> {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Record<string, string> = {}
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) Object.assign(found, passedOn(file, statement))
    else if (isExported(statement)) for (const [name, signature] of declared(statement)) found[name] = signature
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const isExported = (statement: ts.Statement) => ts.canHaveModifiers(statement) && !!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function passedOn(file: string, { moduleSpecifier, exportClause }: ts.ExportDeclaration): Record<string, string> {
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return {}
  const target = path.resolve(path.dirname(file), moduleSpecifier.text)
  const there = exportsOf([`${target}.ts`, path.join(target, 'index.ts')].find(candidate => fs.existsSync(candidate))!)
  if (!exportClause) return there
  if (!ts.isNamedExports(exportClause)) return { [exportClause.name.text]: 'namespace' }
  return Object.fromEntries(exportClause.elements.map(({ name, propertyName }) => [name.text, there[(propertyName ?? name).text] ?? 'unknown']))
}

function declared(statement: ts.Statement): [string, string][] {
  if (ts.isFunctionDeclaration(statement) && statement.name) {
    const { name, typeParameters = [], parameters, type } = statement
    const generic = typeParameters.length ? `<${typeParameters.map(textOf).join(', ')}>` : ''
    return [[name.text, `function${generic}(${parameters.map(textOf).join(', ')}): ${type ? textOf(type) : 'inferred'}`]]
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name, type, initializer }) => [textOf(name), type ? textOf(type) : initializer ? arrow(initializer) : 'inferred'])
  }
  if ((ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
    const body = ts.isClassDeclaration(statement) ? `class` : withoutComments(statement.getText()).replace(/^export (declare )?/, '')
    return [[statement.name.text, body]]
  }
  return []
}

const arrow = (value: ts.Expression) =>
  ts.isArrowFunction(value) ? `function(${value.parameters.map(textOf).join(', ')}): ${value.type ? textOf(value.type) : 'inferred'}` : 'inferred'
const textOf = (node: ts.Node) => withoutComments(node.getText())
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/\s+/g, ' ').trim()
