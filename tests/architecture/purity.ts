import { jobOf, PURE_ROOMS, roomOf } from './rooms';
import type { Source } from './source';

/** The one file each where the clock and chance come from; everywhere else they are handed in. */
const HOMES: Readonly<Record<string, readonly string[]>> = { 'lib/kernel/clock.ts': ['new Date()'] };

const IMPURE_PACKAGES = /^(node:|react($|\/|-)|next($|\/|-)|@prisma\/|better-sqlite3|server-only|@tiptap\/|pino)/;

/** Everything in a pure file of lib that is not: the clock, chance, the environment, the network, Node, React, Next, Prisma. */
export function findImpurities(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ file }) => isPure(file))
    .flatMap((source) => {
      const named = source.impurities.filter((impurity) => !HOMES[source.file]?.includes(impurity));
      const packages = source.imports.map(({ specifier }) => specifier).filter((specifier) => IMPURE_PACKAGES.test(specifier));
      return [...named, ...packages].map((thing) => `${source.file}: ${thing}`);
    });
}

function isPure(file: string): boolean {
  return roomOf(file) in PURE_ROOMS && ['pure', 'schema'].includes(jobOf(file));
}
