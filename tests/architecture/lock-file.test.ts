import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entry = { readonly version?: string; readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

/** Packages for other machines that a lock file names as wanted and does not lock; `npm ci` refuses such a file. */
function findUnlocked(packages: Readonly<Record<string, Entry>>): readonly string[] {
  const places = Object.keys(packages);
  return Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`))),
  );
}

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

  it('locks every package, those for other machines too', () => {
    expect(findUnlocked(packages)).toEqual([]);
  });

  it('names no host to install from', () => {
    expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
  });

  it('would be found wanting without one of them', () => {
    const built = { version: '1.0.0', optionalDependencies: { '@tool/linux': '1.0.0', '@tool/darwin': '1.0.0' } };
    expect(findUnlocked({ 'node_modules/tool': built, 'node_modules/@tool/linux': { version: '1.0.0' } })).toEqual(['@tool/darwin']);
  });
});
