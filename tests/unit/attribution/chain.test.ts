import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ANONYMITY } from '@/lib/attribution/anonymity';
import { checkChain, insertLink, isPlain, moveLink, plainChain, removeLink, taggedLink, withTag } from '@/lib/attribution/chain';
import { CHAIN_MAX } from '@/lib/attribution/link';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { arbitraryChain, arbitraryLink } from './arbitrary-chain';
import { aCue, aLink, anonymityWith, aSource, BARE, chainOf, INSIDERS, KOZAK, NYT, PUTIN, REUTERS } from './links';

const TAGS = SOURCE_TYPES.map((sourceType) => ({
  sourceType,
  source: SOURCE_TYPE_FACTS[sourceType].source === 'required' ? aSource('Somebody', sourceType) : null,
}));
const AUTHOR = { sourceType: 'author', source: null } as const;

describe('a plain chain', () => {
  it.each(TAGS)('says what its tag says: $sourceType', (tag) => {
    const chain = plainChain(tag);
    expect(checkChain(chain)).toBeNull();
    expect(isPlain(chain)).toBe(true);
    expect(taggedLink(chain)).toMatchObject(tag);
  });

  it('stays plain when an anonymity record has nothing in it, and when its fields come in another order', () => {
    const [voice, link] = plainChain({ sourceType: 'unspecified_source', source: null });
    if (voice === undefined || link === undefined) throw new Error('a plain chain of a source has two links');
    expect(isPlain([voice, { ...link, anonymity: NO_ANONYMITY }])).toBe(true);
    expect(isPlain([voice, Object.fromEntries(Object.entries(link).reverse()) as typeof link])).toBe(true);
  });

  const differences = [
    { relation: 'denies' },
    { stated: 'from_outside' },
    { reading: 'read' },
    { cue: aCue('according to sources') },
    { hedges: [{ ...aCue('recently'), kind: 'vague_time' }] },
    { anonymity: anonymityWith({ count: 'plural' }) },
  ] as const;

  it.each(differences)('is not plain any more with %o', (difference) => {
    expect(isPlain(chainOf({ ...INSIDERS, ...difference }))).toBe(false);
  });

  it('is not plain with a link more, or with the tag elsewhere', () => {
    expect(isPlain(chainOf(NYT, KOZAK))).toBe(false);
    expect(isPlain(chainOf(NYT).map((link, at) => ({ ...link, tagged: at === 0 })))).toBe(false);
  });
});

describe('a chain whose tag changed', () => {
  const chain = chainOf(NYT, { ...INSIDERS, cue: aCue('insiders note'), anonymity: anonymityWith({ count: 'one' }) }, KOZAK).map(
    (link, at) => ({
      ...link,
      tagged: at === 2,
    }),
  );

  it('is the very same when the tag is the one it had', () => {
    expect(withTag(chain, { sourceType: 'anonymous_source', source: INSIDERS.source })).toBe(chain);
  });

  it('takes a renamed source', () => {
    const renamed = { ...aSource('Close Kremlin insiders', 'anonymous_source'), name: 'Kremlin insiders' };
    expect(taggedLink(withTag(chain, { sourceType: 'anonymous_source', source: renamed })).source?.name).toBe('Kremlin insiders');
  });

  it('keeps the place and drops what was said about the old source', () => {
    const changed = withTag(chain, { sourceType: 'named_person', source: PUTIN.source });
    expect(changed[2]).toMatchObject({ sourceType: 'named_person', source: PUTIN.source, tagged: true, cue: null, anonymity: null });
    expect(changed).toHaveLength(4);
  });

  it('leaves the mark to the voice, and takes it from the voice to a link at the end', () => {
    const voiced = withTag(chain, AUTHOR);
    expect(voiced.map(({ tagged }) => tagged)).toEqual([true, false, false]);
    expect(withTag(voiced, { sourceType: 'impersonal', source: null }).map(({ sourceType, tagged }) => [sourceType, tagged])).toEqual([
      ['author', false],
      ['news_organization', false],
      ['named_person', false],
      ['impersonal', true],
    ]);
  });

  it('bears the new tag and is still a chain, whatever it was', () => {
    fc.assert(
      fc.property(arbitraryChain({ max: CHAIN_MAX - 2 }), fc.constantFrom(...TAGS), (any, tag) => {
        const changed = withTag(any, tag);
        expect(checkChain(changed)).toBeNull();
        expect(taggedLink(changed)).toMatchObject(tag);
      }),
    );
  });
});

describe('edits of a chain', () => {
  const chain = chainOf(NYT, INSIDERS, KOZAK);
  const names = (links: typeof chain | null) => links?.map(({ source }) => source?.name ?? '0').join(' ') ?? null;

  it('put a link in, untagged, anywhere behind the voice', () => {
    expect(names(insertLink(chain, 1, { ...REUTERS, tagged: true }))).toBe('0 Reuters NYT Close Kremlin insiders Kozak');
    expect(names(insertLink(chain, 4, REUTERS))).toBe('0 NYT Close Kremlin insiders Kozak Reuters');
    expect(taggedLink(insertLink(chain, 1, { ...REUTERS, tagged: true }) ?? []).source?.name).toBe('NYT');
  });

  it.each([0, 5, -1, 1.5, Number.NaN])('put none in at %d', (at) => {
    expect(insertLink(chain, at, REUTERS)).toBeNull();
  });

  it('put in neither a second voice nor more than a chain holds', () => {
    expect(insertLink(chain, 1, aLink('author'))).toBeNull();
    const full = chainOf(...Array.from({ length: CHAIN_MAX - 1 }, () => BARE));
    expect(insertLink(full, 1, REUTERS)).toBeNull();
  });

  it('take out any link but the voice and the tagged one', () => {
    expect(names(removeLink(chain, 2))).toBe('0 NYT Kozak');
    expect([0, 1, 4, -1].map((at) => removeLink(chain, at))).toEqual([null, null, null, null]);
  });

  it('move a link forth and back, the tagged one too', () => {
    expect(names(moveLink(chain, 1, 3))).toBe('0 Close Kremlin insiders Kozak NYT');
    expect(names(moveLink(chain, 3, 1))).toBe('0 Kozak NYT Close Kremlin insiders');
    expect(moveLink(chain, 2, 2)).toBe(chain);
  });

  it('never move the voice, nor to where it stands', () => {
    expect([moveLink(chain, 0, 1), moveLink(chain, 1, 0), moveLink(chain, 1, 4)]).toEqual([null, null, null]);
  });

  it('leave a chain a chain, with the tagged link it had', () => {
    const at = fc.integer({ min: -1, max: CHAIN_MAX + 1 });
    fc.assert(
      fc.property(arbitraryChain(), arbitraryLink, at, at, (any, link, from, to) => {
        for (const edited of [insertLink(any, from, link), removeLink(any, from), moveLink(any, from, to)]) {
          if (edited === null) continue;
          expect(checkChain(edited)).toBeNull();
          expect(taggedLink(edited)).toBe(taggedLink(any));
        }
      }),
    );
  });

  it('are undone by their opposites', () => {
    const at = fc.integer({ min: 1, max: CHAIN_MAX });
    fc.assert(
      fc.property(arbitraryChain(), arbitraryLink, at, at, (any, link, from, to) => {
        const inserted = insertLink(any, from, link);
        if (inserted !== null) expect(removeLink(inserted, from)).toEqual(any);
        const moved = moveLink(any, from, to);
        if (moved !== null) expect(moveLink(moved, to, from)).toEqual(any);
      }),
    );
  });
});

describe('what is wrong with a chain', () => {
  const voice = plainChain(AUTHOR);
  const cases = [
    ['nothing at all', [], /begins with/],
    ['no voice', [{ ...NYT, tagged: true }], /begins with/],
    ['a second voice', [...chainOf(NYT), aLink('author')], /only at the beginning/],
    ['50 links', chainOf(...Array.from({ length: 49 }, () => BARE)), /at most 12 links/],
    ['no tagged link', chainOf(NYT).map((link) => ({ ...link, tagged: false })), /Exactly one link/],
    ['two tagged links', [...voice, { ...NYT, tagged: true }], /Exactly one link/],
    ['a person without a name', chainOf(aLink('named_person')), /“Named person” needs a source/],
    ['an impersonal phrase with a name', chainOf(aLink('impersonal', 'Kozak')), /“Impersonal” has no source/],
    ['an anonymity record of somebody named', chainOf({ ...KOZAK, anonymity: NO_ANONYMITY }), /Only somebody who is not named/],
  ] as const;

  it.each(cases)('is said in words: %s', (_, chain, words) => {
    expect(checkChain(chain)).toMatch(words);
  });

  it('is nothing, in any sound chain', () => {
    fc.assert(fc.property(arbitraryChain(), (chain) => checkChain(chain) === null));
  });
});
