import { readdirSync, readFileSync } from 'node:fs';
import { parseSource, type Source } from './source';

const ROOTS = ['app', 'components', 'lib', 'scripts', 'bench', 'tests', 'prisma'];
const CODE = /\.(ts|tsx|mts|mjs|js|jsx)$/;

/** Every file of ours (from the root, forward slashes), the generated client aside. */
export function listFiles(): readonly string[] {
  return ROOTS.flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('lib/db/generated/'))
    .concat('proxy.ts');
}

/** The code among them, parsed. */
export function readTree(): readonly Source[] {
  return listFiles()
    .filter((file) => CODE.test(file))
    .map((file) => parseSource(file, readFileSync(file, 'utf8')));
}
