import type { Source } from './source';

/** Files that import each other in a ring, each ring once, as `a -> b -> a`. Imports of types count: they tie files together as well. */
export function findCycles(sources: readonly Source[]): readonly string[] {
  const files = new Map(sources.map((source) => [source.file, source]));
  const find = (target: string) => [target, `${target}.ts`, `${target}.tsx`].find((name) => files.has(name));
  const done = new Set<string>();
  const cycles: string[] = [];

  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const { target } of files.get(file)?.imports ?? []) {
      const next = target === null ? undefined : find(target);
      if (next !== undefined) walk(next, [...path, file]);
    }
    done.add(file);
  };

  for (const { file } of sources) walk(file, []);
  return cycles;
}
