import { describe, expect, it } from 'vitest';
import {
  findBadNames,
  findClientPages,
  findEnvironmentReaders,
  findForeignPackages,
  findLongFiles,
  findMisplacedActions,
  findUnguardedServerFiles,
} from './conventions';
import { findCycles } from './cycles';
import { findImpurities } from './purity';
import { findWrongArrows } from './rooms';
import { parseSource } from './source';

// Each rule is broken here on purpose, in a file that exists only as text.

const importing = (file: string, target: string) => [parseSource(file, `import { x } from '${target}';`)];

describe('parseSource', () => {
  it('sees an import however it is written', () => {
    const source = parseSource(
      'lib/claims/claim.ts',
      `import a from '@/a'; import { type B } from './b'; import type { C } from '../c'; import 'd';
       export * from './e'; export { f } from './f'; export type { G } from './g';
       const h = await import('./h'); const i = require('./i'); type J = import('./j').J;
       // import k from './k'
       const text = "import l from './l'";`,
    );
    expect(source.imports.map(({ specifier }) => specifier)).toEqual(['@/a', './b', '../c', 'd', './e', './f', './g', './h', './i', './j']);
    expect(source.imports.map(({ target }) => target).slice(0, 4)).toEqual(['a', 'lib/claims/b', 'lib/c', null]);
  });

  it('reads directives and lines', () => {
    const source = parseSource('components/ui/x.tsx', `'use client';\n\nexport const X = () => <p>hello</p>;\n`);
    expect(source).toMatchObject({ directives: ['use client'], lines: 3 });
  });
});

describe('findWrongArrows', () => {
  it.each([
    ['lib/kernel/result.ts', '@/lib/text/offset'],
    ['lib/text/offset.ts', '@/lib/claims/claim'],
    ['lib/articles/article.ts', '@/lib/sources/source'],
    ['lib/sources/source.ts', '@/lib/claims/claim'],
    ['lib/claims/claim.ts', '@/lib/review/queue'],
    ['lib/claims/claim.ts', '@/lib/db/database'],
    ['lib/claims/claim.ts', './data'],
    ['lib/claims/schema.ts', './mutations'],
    ['lib/claims/claim.ts', '@/components/ui/button'],
    ['lib/claims/data.ts', './mutations'],
    ['lib/claims/data.ts', '@/lib/auth/auth'],
    ['lib/claims/mutations.ts', './loaders'],
    ['lib/claims/loaders.ts', './mutations'],
    ['lib/claims/actions.ts', '@/lib/db/database'],
    ['lib/claims/mutations.ts', '@/lib/review/mutations'],
    ['lib/claims/requests.ts', './data'],
    ['lib/db/write.ts', '@/lib/claims/claim'],
    ['lib/auth/auth.ts', '@/lib/review/data'],
    ['lib/import/html.ts', '@/lib/db/database'],
    ['lib/export/csv.ts', '@/lib/permissions/permissions'],
    ['lib/keys/press.ts', '@/lib/claims/claim'],
    ['lib/delivery/trouble.ts', '@/lib/claims/claim'],
    ['lib/permissions/permissions.ts', '@/lib/auth/auth'],
    ['lib/claims/claim.ts', '@/lib/cli/main'],
    ['lib/unheard-of/thing.ts', '@/lib/kernel/result'],
    ['components/ui/button.tsx', '@/lib/kernel/result'],
    ['components/ui/button.tsx', '@/components/desk/desk'],
    ['components/review/row.tsx', '@/components/desk/desk'],
    ['components/review/row.tsx', '@/lib/review/loaders'],
    ['components/review/row.tsx', '@/lib/review/data'],
    ['components/review/row.tsx', '@/lib/auth/auth'],
    ['components/review/row.tsx', '@/app/layout'],
    ['app/page.tsx', '@/lib/claims/data'],
    ['app/page.tsx', '@/lib/claims/mutations'],
    ['app/page.tsx', '@/lib/db/database'],
    ['app/page.tsx', '@/bench/do-nothing'],
    ['lib/claims/claim.ts', '@/tests/factories/claim'],
  ])('refuses %s importing %s', (file, target) => {
    expect(findWrongArrows(importing(file, target))).toHaveLength(1);
  });

  it.each([
    ['lib/review/queue.ts', '@/lib/claims/claim'],
    ['lib/claims/mutations.ts', '@/lib/sources/mutations'],
    ['lib/claims/mutations.ts', '@/lib/db/write'],
    ['lib/claims/loaders.ts', '@/lib/auth/auth'],
    ['components/review/row.tsx', '@/lib/review/actions'],
    ['components/review/row.tsx', '@/components/ui/button'],
    ['app/page.tsx', '@/lib/review/loaders'],
    ['tests/unit/x.test.ts', '@/lib/claims/mutations'],
  ])('lets %s import %s', (file, target) => {
    expect(findWrongArrows(importing(file, target))).toEqual([]);
  });

  it('sees an import of types only', () => {
    expect(findWrongArrows([parseSource('lib/kernel/x.ts', `import type { Claim } from '@/lib/claims/claim';`)])).toHaveLength(1);
  });
});

describe('findCycles', () => {
  it('finds a ring of three, once', () => {
    const ring = ['a', 'b', 'c'].map((name, at, all) =>
      parseSource(`lib/text/${name}.ts`, `import type { T } from './${all[(at + 1) % 3]}';`),
    );
    expect(findCycles(ring)).toEqual(['lib/text/a.ts -> lib/text/b.ts -> lib/text/c.ts -> lib/text/a.ts']);
  });

  it('does not take two ways to one file for a ring', () => {
    const diamond = [
      parseSource('lib/text/a.ts', `import './b'; import './c';`),
      parseSource('lib/text/b.ts', `import './d';`),
      parseSource('lib/text/c.ts', `import './d';`),
      parseSource('lib/text/d.ts', ''),
    ];
    expect(findCycles(diamond)).toEqual([]);
  });
});

describe('findImpurities', () => {
  it.each([
    'const now = new Date();',
    'const now = Date.now();',
    'const now = Date();',
    'const chance = Math.random();',
    'const id = crypto.randomUUID();',
    'const mode = process.env.NODE_ENV;',
    `const mode = process['env'];`,
    `const answer = fetch('/x');`,
    `window.alert('x');`,
    `import { readFile } from 'node:fs';`,
    `import type { ReactNode } from 'react';`,
    `import { headers } from 'next/headers';`,
    `import { Prisma } from '@prisma/client';`,
  ])('catches %s', (text) => {
    expect(findImpurities([parseSource('lib/claims/claim.ts', text)])).toHaveLength(1);
    expect(findImpurities([parseSource('lib/claims/schema.ts', text)])).toHaveLength(1);
  });

  it('leaves a given time, a type and the files with an outside alone', () => {
    expect(findImpurities([parseSource('lib/claims/claim.ts', 'const at: Date = new Date(0);')])).toEqual([]);
    expect(findImpurities([parseSource('lib/claims/loaders.ts', 'const now = new Date();')])).toEqual([]);
    expect(findImpurities([parseSource('lib/kernel/clock.ts', 'const now = new Date();')])).toEqual([]);
  });
});

describe('the conventions', () => {
  it('finds a server file that could reach a browser', () => {
    expect(findUnguardedServerFiles([parseSource('lib/claims/data.ts', '')])).toHaveLength(1);
    expect(findUnguardedServerFiles([parseSource('lib/claims/data.ts', `import 'server-only';`)])).toEqual([]);
  });

  it('finds server actions in the wrong file and action files without them', () => {
    expect(findMisplacedActions([parseSource('components/desk/save.ts', `'use server';`)])).toHaveLength(1);
    expect(findMisplacedActions([parseSource('lib/claims/actions.ts', '')])).toHaveLength(1);
    expect(findMisplacedActions([parseSource('lib/claims/actions.ts', `'use server';`)])).toEqual([]);
  });

  it('finds a second reader of the environment', () => {
    expect(findEnvironmentReaders([parseSource('lib/auth/auth.ts', 'const { SECRET } = process.env;')])).toHaveLength(1);
    expect(findEnvironmentReaders([parseSource('lib/env.ts', 'parse(process.env);')])).toEqual([]);
  });

  it.each([
    ['components/review/row.tsx', '@tiptap/core'],
    ['lib/claims/loaders.ts', 'next-auth'],
    ['lib/claims/data.ts', 'better-sqlite3'],
    ['lib/claims/loaders.ts', '@/lib/db/generated/client'],
    ['app/page.tsx', '@prisma/client'],
  ])('finds %s importing %s', (file, target) => {
    expect(findForeignPackages(importing(file, target))).toHaveLength(1);
  });

  it('finds a long page and a long file', () => {
    const long = (lines: number) => 'const x = 1;\n'.repeat(lines);
    expect(findLongFiles([parseSource('app/review/page.tsx', long(101))])).toHaveLength(1);
    expect(findLongFiles([parseSource('lib/claims/claim.ts', long(351))])).toHaveLength(1);
    expect(findLongFiles([parseSource('lib/claims/claim.ts', long(350))])).toEqual([]);
  });

  it.each(['lib/utils/x.ts', 'lib/claims/helpers.ts', 'components/ui/index.ts', 'lib/common.ts', 'components/ui/Button.tsx'])(
    'finds the name %s',
    (file) => {
      expect(findBadNames([file])).toHaveLength(1);
    },
  );

  it('lets the names of routes be', () => {
    expect(findBadNames(['app/(workspace)/articles/[id]/page.tsx', 'app/api/auth/[...nextauth]/route.ts'])).toEqual([]);
  });

  it('finds a page that is sent to the browser, and lets islands be', () => {
    const client = (file: string) => parseSource(file, `'use client';`);
    expect(findClientPages([client('app/(workspace)/review/page.tsx')])).toHaveLength(1);
    expect(findClientPages([client('app/layout.tsx')])).toHaveLength(1);
    expect(findClientPages([client('app/error.tsx'), client('components/review/review-screen.tsx')])).toEqual([]);
  });
});
