import { describe, expect, it } from 'vitest';
import { plainChain } from '@/lib/attribution/chain';
import { NO_FINDING } from '@/lib/claims/finding';
import type { Described } from '@/lib/claims/versions/described';
import type { DiffPart } from '@/lib/text/diff';
import { type FieldChange, fieldChanges, linesChange } from '@/lib/trail/field-changes';

const drawn = (parts: readonly DiffPart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`)).join('');
const read = (changes: readonly FieldChange[]) => Object.fromEntries(changes.map(({ field, lines }) => [field, lines.map(drawn)]));

const mayor = { id: 's1', name: 'The mayor', kind: 'person' } as const;
const tag = { sourceType: 'named_person', source: mayor } as const;
const base: Described = {
  ...tag,
  spans: [{ start: 0, end: 9, quote: 'The mayor' }],
  confidence: 'high',
  note: 'He said so on Monday.',
  details: {
    chain: plainChain(tag),
    finding: { ...NO_FINDING, contentCheck: 'confirmed', rationale: 'Two saw it.' },
    evidence: [
      {
        ...{ id: 'e1', kind: 'url', title: 'Minutes', url: 'https://a.example/', archivedUrl: null, locator: 'p. 3' },
        ...{ retrievedOn: null, originGroupId: 'g1', stance: 'supports' },
      },
    ],
    flags: [{ flag: 'superlative', verdict: 'added', note: '' }],
    relations: [{ kind: 'tension', claimId: 'c2', note: '' }],
  },
};
const names = { claim: (id: string) => id.toUpperCase(), group: (id: string) => `Group ${id}` };
const details = (more: Described['details']): Described => ({ ...base, details: { ...base.details, ...more } });
const [evidence] = base.details.evidence ?? [];

describe('what changed between two moments of a claim', () => {
  it.each<[string, Described, Record<string, readonly string[]>]>([
    ['nothing', base, {}],
    ['its words', { ...base, spans: [{ start: 0, end: 14, quote: 'The mayor said' }] }, { Words: ['The mayor{+ said+}'] }],
    [
      'the place of its words',
      { ...base, spans: [{ start: 19, end: 28, quote: 'The mayor' }] },
      { Words: ['[-The mayor (characters 0–9)-]{+The mayor (characters 19–28)+}'] },
    ],
    ['confidence', { ...base, confidence: 'low' }, { Confidence: ['[-High-]{+Low+}'] }],
    ['the note', { ...base, note: 'He said so on Tuesday.' }, { Note: ['He said so on [-Monday-]{+Tuesday+}.'] }],
    ['a check', details({ finding: { ...NO_FINDING, rationale: 'Two saw it.' } }), { 'Is it so?': ['[-Confirmed-]'] }],
    [
      'who it is tied to',
      details({ relations: [{ kind: 'tension', claimId: 'c3', note: '' }] }),
      { 'Other claims': ['In tension with [-C2-]{+C3+}'] },
    ],
    [
      'a piece of evidence',
      details({ evidence: evidence === undefined ? [] : [{ ...evidence, originGroupId: 'g2' }] }),
      { Evidence: [expect.stringMatching(/Group \[-g1-\]\{\+g2\+\}$/) as unknown as string] },
    ],
    [
      'a flag',
      details({ flags: [{ flag: 'superlative', verdict: 'dismissed', note: 'no' }] }),
      { Flags: ['{+Not: +}Superlative{+: no+}'] },
    ],
  ])('is %s alone', (_what, is, changes) => {
    expect(read(fieldChanges(base, is, names))).toEqual(changes);
  });

  it('leaves out the parts that a write did not touch', () => {
    const bare = { ...base, details: {} };
    expect(fieldChanges(bare, { ...bare, note: '' }, names).map(({ field }) => field)).toEqual(['Note']);
  });

  it('tells of a claim that begins all that it begins with', () => {
    expect(Object.keys(read(fieldChanges(null, base, names)))).toEqual([
      ...['Words', 'Presented as', 'Source', 'Confidence', 'Note', 'Is it so?', 'Because', 'Evidence', 'Flags', 'Other claims'],
    ]);
  });
});

describe('linesChange', () => {
  it.each([
    [['a b c', 'd'], ['a b x', 'd'], ['a b [-c-]{+x+}']],
    [['one'], ['something else altogether'], ['[-one-]', '{+something else altogether+}']],
    [
      ['a', 'b'],
      ['b', 'a'],
      ['[-a-]', '{+a+}'],
    ],
    [[], ['new'], ['{+new+}']],
    [['old', 'kept'], ['kept'], ['[-old-]']],
  ])('from %j to %j is %j', (was, is, lines) => {
    expect(linesChange(was, is).map(drawn)).toEqual(lines);
  });
});
