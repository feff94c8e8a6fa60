import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLine, glossParts } from '@/lib/attribution/chain-words';
import { linkName, linkWords, nameWords } from '@/lib/attribution/link-name';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import type { Source } from '@/lib/sources/source';
import { arbitraryChain } from './arbitrary-chain';
import { aCue, aLink, BARE, chainOf, ELITE, IMPERSONAL, INSIDERS, KOZAK, NYT, PUTIN } from './links';

const TIMES = aLink('news_organization', 'The New York Times');
const KREMLIN = aLink('anonymous_source', 'Sources close to the Kremlin');
const OUTSIDE = { stated: 'from_outside' } as const;

describe('the name of a link', () => {
  it.each([
    ['a name as it is', PUTIN, 'Putin'],
    ['a description without the capital of its sentence', KREMLIN, 'sources close to the Kremlin'],
    ['another', INSIDERS, 'close Kremlin insiders'],
    ['a description that begins with a name, as it is', aLink('anonymous_source', 'Western sources'), 'Western sources'],
    ['a group that begins with a name, as it is', ELITE, 'Moscow’s elite circles'],
    ['a word that only begins like a common one', aLink('unnamed_person', 'Aidesville’s mayor'), 'Aidesville’s mayor'],
    ['words in capitals, as they are', aLink('anonymous_source', 'SOURCES ABROAD'), 'SOURCES ABROAD'],
    ['a named organisation, whatever its first word', aLink('named_organization', 'The Ministry'), 'The Ministry'],
    ['the words of a cue, without what leads to them', { ...BARE, cue: aCue('according to\nsources') }, '“sources”'],
    ['the words of a cue, without the conjunction', { ...IMPERSONAL, cue: aCue('It is known that') }, '“it is known”'],
    ['a cue that only leads somewhere, whole', { ...BARE, cue: aCue('Insiders') }, '“insiders”'],
    ['bare sources without a cue', BARE, 'bare “sources”'],
    ['bare sources that got a name, without a cue', aLink('unspecified_source', 'Sources (no descriptor)'), 'sources (no descriptor)'],
    ['an impersonal phrase without a cue', IMPERSONAL, SOURCE_TYPE_FACTS.impersonal.unnamed],
    ['a blank cue', { ...IMPERSONAL, cue: aCue('  ') }, SOURCE_TYPE_FACTS.impersonal.unnamed],
    ['what stands for nobody under its type', aLink('unresolved'), SOURCE_TYPE_FACTS.unresolved.unnamed],
  ])('is %s', (_, link, words) => {
    expect(linkWords(link)).toBe(words);
    expect(nameWords(linkName(link))).toBe(words);
  });
});

describe('the one-line reading', () => {
  it('is the one of the product', () => {
    expect(chainLine(chainOf(TIMES, KREMLIN))).toBe('article ← The New York Times (taken on trust) ← sources close to the Kremlin');
  });

  it('says what is known from outside', () => {
    expect(chainLine(chainOf({ ...TIMES, ...OUTSIDE }, { ...BARE, cue: aCue('according to sources') }, PUTIN))).toBe(
      'article ← The New York Times (known from outside, taken on trust) ← “sources” ← Putin',
    );
  });

  it('says what we read', () => {
    const decree = aLink('document', 'The decree', { reading: 'read' });
    expect(chainLine(chainOf(aLink('document', 'The report'), { ...KOZAK, reading: 'read' }, decree))).toBe(
      'article ← The report (taken on trust) ← Kozak (read by us) ← The decree (read by us)',
    );
  });

  it('says that a source is retracted, after all else', () => {
    const retracted = { source: { ...(KOZAK.source as Source), retracted: true } } as const;
    expect(chainLine(chainOf(NYT, { ...KOZAK, ...retracted }))).toBe('article ← NYT (taken on trust) ← Kozak (retracted)');
    expect(chainLine(chainOf({ ...NYT, ...OUTSIDE, source: { ...(NYT.source as Source), retracted: true } }))).toBe(
      'article ← NYT (known from outside, taken on trust, retracted)',
    );
  });

  it('of the voice alone is the article’s own voice', () => {
    expect(chainLine(chainOf())).toBe('the article’s own voice');
  });

  it('has a part for every link and stays on one line', () => {
    fc.assert(
      fc.property(arbitraryChain({ min: 1 }), (chain) => {
        const line = chainLine(chain);
        expect(line.split(' ← ')).toHaveLength(chain.length);
        expect(line).not.toMatch(/[\n\r]/);
      }),
    );
  });
});

describe('the gloss', () => {
  it('names those behind the voice, quotes the article’s words and marks what is from outside', () => {
    expect(glossParts(chainOf({ ...NYT, ...OUTSIDE }, { ...BARE, cue: aCue('according to sources') }, PUTIN))).toEqual([
      { text: 'NYT', quoted: false, outside: true },
      { text: 'sources', quoted: true, outside: false },
      { text: 'Putin', quoted: false, outside: false },
    ]);
  });

  it('of the voice alone is one part', () => {
    expect(glossParts(chainOf())).toEqual([{ text: 'the article’s own voice', quoted: false, outside: false }]);
  });

  it('is never empty and never blank', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const parts = glossParts(chain);
        expect(parts).toHaveLength(Math.max(1, chain.length - 1));
        for (const { text } of parts) expect(text.trim()).not.toBe('');
      }),
    );
  });
});
