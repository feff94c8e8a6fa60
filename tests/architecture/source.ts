import path from 'node:path';
import { parseAst } from 'vitest/node';

/** One import of a file, however it is written: import, export from, import(), require(), import type, a type's import(). */
export type Import = {
  /** What stands in the quotes. */
  readonly specifier: string;
  /** The file it names, from the repository's root and without its ending, or null for a package. */
  readonly target: string | null;
  readonly typeOnly: boolean;
};

/** What the rules look at in one file. `file` is its path from the root, with forward slashes. */
export type Source = {
  readonly file: string;
  readonly lines: number;
  /** 'use client', 'use server'. */
  readonly directives: readonly string[];
  readonly imports: readonly Import[];
  /** The impure things it names: `process.env`, `new Date()`, `Date.now`, `Math.random`, `crypto`, `fetch` ... */
  readonly impurities: readonly string[];
};

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Parses TypeScript or TSX (with the parser Vitest brings along, so imports are read as the compiler reads them). */
export function parseSource(file: string, text: string): Source {
  const program = parseAst(text, { lang: file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js' }) as unknown as Node;
  const imports: Import[] = [];
  const impurities = new Set<string>();
  visit(program, (node) => {
    const found = toImport(node);
    if (found !== null) imports.push({ ...found, target: resolveFrom(file, found.specifier) });
    const impurity = toImpurity(node);
    if (impurity !== null) impurities.add(impurity);
  });
  const directives = (program.body as Node[]).flatMap((node) => (typeof node.directive === 'string' ? [node.directive] : []));
  return { file, lines: text.trimEnd().split('\n').length, directives, imports, impurities: [...impurities] };
}

/** `@/` is the repository's root; a relative path starts at the file's folder. */
function resolveFrom(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return path.posix.normalize(specifier.slice(2));
  if (/^\.{1,2}(\/|$)/.test(specifier)) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  return null;
}

function toImport(node: Node): { specifier: string; typeOnly: boolean } | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return named(node.source, node.importKind === 'type' || node.exportKind === 'type');
    case 'ImportExpression':
      return named(node.source, false);
    case 'TSImportType':
      return named(node.source, true);
    case 'CallExpression':
      return isName(node.callee, 'require') ? named((node.arguments as unknown[])[0], false) : null;
    default:
      return null;
  }
}

function named(source: unknown, typeOnly: boolean): { specifier: string; typeOnly: boolean } | null {
  return isNode(source) && typeof source.value === 'string' ? { specifier: source.value, typeOnly } : null;
}

const IMPURE_MEMBERS = ['process.env', 'process.cwd', 'Date.now', 'Math.random', 'performance.now', 'globalThis.crypto'];
const IMPURE_GLOBALS = [
  'fetch',
  'crypto',
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'navigator',
  'setTimeout',
  'setInterval',
];

function toImpurity(node: Node): string | null {
  if (node.type === 'MemberExpression') {
    const name = isNode(node.object) && isNode(node.property) ? `${node.object.name}.${node.property.name ?? node.property.value}` : '';
    if (IMPURE_MEMBERS.includes(name)) return name;
    return IMPURE_GLOBALS.find((global) => isName(node.object, global)) ?? null;
  }
  if (node.type === 'NewExpression' && isName(node.callee, 'Date') && (node.arguments as unknown[]).length === 0) return 'new Date()';
  if (node.type === 'CallExpression') {
    if (isName(node.callee, 'Date')) return 'Date()';
    return IMPURE_GLOBALS.find((global) => isName(node.callee, global)) ?? null;
  }
  return null;
}

function isName(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (isNode(value)) {
    see(value);
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) visit(part, see);
  }
}
