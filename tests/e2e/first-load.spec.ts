import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

// The scripts a page names before anything is asked for by hand, each compressed as the server does (gzip). What comes
// later, once the page rests or when a part is first used (components/ui/use-part.ts), is not first load.
const LIMITS = { '/articles/[id]': 350_000, '/review': 200_000 };

type RouteStats = { readonly route: string; readonly firstLoadChunkPaths: readonly string[] };

for (const [route, limit] of Object.entries(LIMITS)) {
  test(`${route} loads at most ${limit / 1000} kB of scripts first`, () => {
    const routes = JSON.parse(readFileSync('.next/diagnostics/route-bundle-stats.json', 'utf8')) as readonly RouteStats[];
    const chunks = routes.find((entry) => entry.route === route)?.firstLoadChunkPaths ?? [];
    const total = chunks.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
    expect(total, `${Math.round(total / 1000)} kB in ${chunks.length} files`).toBeLessThanOrEqual(limit);
    expect(chunks.length).toBeGreaterThan(3);
  });
}
