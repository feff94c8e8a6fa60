import { describe, expect, it } from 'vitest';
import { chainLine } from '@/lib/attribution/chain-words';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { toSample } from '@/lib/sample/sample-claims';
import { readSample } from '../../factories/sample';

const { text, annotation } = readSample();
const TEXT = text.toString('utf8');

type Annotation = {
  claims: { id: string; span: { start: number; end: number; exact: string }; flags: string[] }[];
  relations: { type: string; from?: string; to?: string }[];
};

const { claims, origins } = toSample(annotation, TEXT);
const byId = new Map(claims.map((claim) => [claim.id, claim]));

/** The annotation with one thing changed by hand. */
function changed(change: (copy: Annotation) => void): Annotation {
  const copy = structuredClone(annotation) as Annotation;
  change(copy);
  return copy;
}

describe('the sample’s claims', () => {
  it('are the 26 of the worked annotation, each at its words', () => {
    const exact = (annotation as Annotation).claims.map(({ span }) => span.exact);
    expect(claims.map(({ span }) => TEXT.slice(span.start, span.end))).toEqual(exact);
    expect(claims).toHaveLength(26);
  });

  it('name a source exactly where their type needs one', () => {
    for (const claim of claims)
      expect(claim.sourceName !== null, claim.sourceType).toBe(SOURCE_TYPE_FACTS[claim.sourceType].source === 'required');
  });

  it('have a reason exactly where they were returned', () => {
    for (const claim of claims) expect(claim.returnReason !== null).toBe(claim.fate === 'returned');
  });

  it('show every confidence and more than one fate', () => {
    expect(new Set(claims.map(({ confidence }) => confidence)).size).toBe(3);
    expect(new Set(claims.map(({ fate }) => fate))).toEqual(new Set(['draft', 'submitted', 'returned', 'approved']));
    expect(claims.filter(({ byEditor }) => byEditor)).toHaveLength(1);
  });

  it('refuse a text in which a span does not hold its words', () => {
    expect(() => toSample(annotation, `x${TEXT}`)).toThrow(/claim c\d+ is not at its place/);
  });

  it('refuse an annotation of another shape', () => {
    expect(() => toSample({ claims: [] }, TEXT)).toThrow();
  });
});

describe('the sample’s chains', () => {
  it.each([
    ['c01', 'the article’s own voice'],
    ['c02', 'article ← The New York Times (taken on trust) ← Dmitry Kozak'],
    ['c04', 'article ← The New York Times (known from outside, taken on trust) ← sources close to the Kremlin ← Dmitry Kozak'],
    [
      'c06',
      'article ← The New York Times (known from outside, taken on trust) ← sources close to the Kremlin (known from outside) ← Dmitry Kozak',
    ],
    ['c08', 'article ← The New York Times (known from outside, taken on trust) ← “sources” ← Vladimir Putin'],
    ['c13', 'article ← “it is also noted”'],
    ['c16', 'article ← Moscow’s elite circles (known from outside)'],
    ['c23', 'article ← “it is known” ← Reuters (read by us) ← Dmitry Kozak'],
  ])('of %s reads as the annotation has it', (id, line) => {
    expect(chainLine(byId.get(id)?.chain ?? [])).toBe(line);
  });

  it('have their tag where the claim’s type stands, also where others follow', () => {
    const tags = ['c08', 'c16', 'c23', 'c24'].map((id) => byId.get(id)?.chain.findIndex(({ tagged }) => tagged));
    expect(tags).toEqual([2, 0, 2, 3]);
  });

  it('have their cues and hedges in the text', () => {
    const words = claims.flatMap(({ chain }) => chain.flatMap(({ cue, hedges }) => [...(cue === null ? [] : [cue]), ...hedges]));
    expect(words).toHaveLength(44);
    for (const { start, end, quote } of words) expect(TEXT.slice(start, end)).toBe(quote);
    const bySource = byId.get('c23')?.chain.map(({ hedges }) => hedges.map(({ quote, kind }) => `${quote}: ${kind}`).join());
    expect(bySource).toEqual(['', 'It is known that: impersonal', 'revealed: factive_verb', 'tried: attempt']);
  });

  it('say of anonymous sources what the article does', () => {
    const recordOf = (id: string) => byId.get(id)?.chain.find(({ tagged }) => tagged)?.anonymity;
    expect(recordOf('c04')).toMatchObject({
      descriptor: 'Sources close to the Kremlin',
      count: 'plural',
      proximity: 'close_to',
      basis: '',
    });
    expect(recordOf('c08')).toMatchObject({ descriptor: '', proximity: 'unspecified' });
    expect(recordOf('c11')).toMatchObject({ proximity: 'insider' });
    expect(recordOf('c20')).toMatchObject({ proximity: 'unspecified', basis: 'they have met with him' });
  });
});

describe('the sample’s flags', () => {
  it('are those a person sees; what follows from the data is left to be computed', () => {
    const marks = claims.flatMap(({ id, flags }) => flags.map(({ flag }) => `${id} ${flag}`));
    expect(marks).toEqual([
      'c02 missing_link',
      'c03 ambiguous_scope',
      'c03 superlative',
      'c08 suspected_mistranslation',
      'c11 superlative',
      'c14 ambiguous_scope',
      'c15 unattributed',
      'c16 ambiguous_scope',
      'c17 prediction',
      'c18 dropped_attribution',
      'c19 dropped_hedge',
      'c20 plural_sources_suspect',
      'c21 ambiguous_scope',
      'c21 loaded_language',
      'c22 ambiguous_scope',
      'c23 omitted_denial',
      'c25 ambiguous_scope',
    ]);
  });

  it('have the words they are about, or the note that says why', () => {
    expect(byId.get('c21')?.flags[1]?.note).toBe('“aggressive policies”');
    expect(byId.get('c11')?.flags[0]?.note).toContain('strong exclusive claim');
    expect(byId.get('c03')?.flags.map(({ note }) => note !== '')).toEqual([true, false]);
  });
});

describe('the sample’s relations', () => {
  const drawn = (made = claims) =>
    made.flatMap(({ id, relations }) => relations.map(({ kind, claimId }) => `${claimId} ${kind} ${id}`)).sort();
  const expected = ['c01 restates c04', 'c08 contradicts c09', 'c08 contradicts c14', 'c08 contradicts c15', 'c11 tension c12'];

  it('are drawn once for each pair, to claims that stand before', () => {
    expect(drawn()).toEqual(expected);
  });

  it('are the same whichever side states them, in the list or as a flag', () => {
    const turned = changed((copy) => {
      for (const relation of copy.relations) [relation.from, relation.to] = [relation.to as string, relation.from as string];
    });
    const flagsOnly = changed((copy) => {
      copy.relations = copy.relations.filter(({ type }) => type !== 'contradicts');
      for (const claim of copy.claims) if (claim.id === 'c08') claim.flags = [];
    });
    expect(drawn(toSample(turned, TEXT).claims)).toEqual(expected);
    expect(drawn(toSample(flagsOnly, TEXT).claims)).toEqual(expected);
  });
});

it('the sample’s origins tie what runs through one story and keep Reuters apart', () => {
  const tied = ['The New York Times', 'Sources close to the Kremlin', 'Close Kremlin insiders', 'Western sources'];
  expect(origins.map(({ sourceNames }) => sourceNames)).toEqual([tied, ['Reuters']]);
  expect(origins.map(({ attested }) => attested !== null)).toEqual([false, true]);
  expect(origins[0]?.reason).toContain('one relay, one point of failure');
});
