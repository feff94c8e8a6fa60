import { expect, it } from 'vitest';
import { newLink } from '@/lib/attribution/chain';
import { keepRows, type StoredLink, toStoredLinks } from '@/lib/attribution/stored-link';
import type { Source } from '@/lib/sources/source';

const source = (id: string): Source => ({ id, name: id, kind: 'news_organization' });
const linksOf = (...ids: readonly string[]): readonly StoredLink[] =>
  toStoredLinks([
    newLink({ sourceType: 'author', source: null }, true),
    ...ids.map((id) => newLink({ sourceType: 'news_organization', source: source(id) })),
  ]);
const idsOf = (links: readonly StoredLink[]) => links.map(({ sourceId }) => sourceId).filter((id) => id !== null);
const had = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([canonicalId, sourceId]) => ({ canonicalId, sourceId }));

it('gives each link of merged sources its own row back, in order, also the row that stands for all', () => {
  expect(idsOf(keepRows(linksOf('k', 'k', 'k'), had(['k', 'a'], ['k', 'b'], ['k', 'k'])))).toEqual(['a', 'b', 'k']);
  expect(idsOf(keepRows(linksOf('k', 'k'), had(['k', 'k'], ['k', 'a'])))).toEqual(['k', 'a']);
});

it('leaves a link that is new as it was sent, and links without a source without one', () => {
  const kept = keepRows(linksOf('k', 'n', 'k'), had(['k', 'a']));
  expect(idsOf(kept)).toEqual(['a', 'n', 'k']);
  expect(kept[0]?.sourceId).toBeNull();
});
