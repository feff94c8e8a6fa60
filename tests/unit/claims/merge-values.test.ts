import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLink, plainChain } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { differingParts, pickParts, withDetails } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS, type DetailField } from '@/lib/claims/details/details';
import { NO_FINDING } from '@/lib/claims/finding';
import { MERGE_FIELDS, type MergeField, type MergeValues, mergeValues, takeFields, toSeen } from '@/lib/claims/merge-values';
import { differingFields, toTagValues } from '@/lib/claims/tag-values';
import { aClaim, aSource, aSpan, idOf } from '../../factories/report';

const TEXT = 'The mayor said no. The sheriff said yes.';

/** Three values of each field, so that two sides can change one alike and apart. */
const SPANS = [0, 4, 10].map((start) => [aSpan(TEXT, start, 18)]);
const TAGS = [
  { sourceType: 'impersonal', source: null },
  { sourceType: 'named_person', source: aSource(1, 'The mayor', 'person') },
  { sourceType: 'document', source: aSource(2, 'Minutes', 'document') },
] as const;
const RELAYS = [null, aSource(3, 'The Herald', 'news_organization'), aSource(4, 'The Post', 'news_organization')];
const FLAGS = ['prediction', 'superlative', 'circular'] as const;

type Version = Readonly<Record<MergeField, 0 | 1 | 2>>;

const at = <Value>(values: readonly Value[], index: number): Value => values[index] as Value;

function toClaim(version: Version): Claim {
  const tag = at(TAGS, version.source);
  const relay = at(RELAYS, version.chain);
  const plain = plainChain(tag);
  const chain = relay === null ? plain : [...plain, newLink({ sourceType: 'news_organization', source: relay })];
  return aClaim(1, at(SPANS, version.spans), {
    ...tag,
    confidence: at(['low', 'moderate', 'high'] as const, version.confidence),
    note: at(['', 'one', 'two'], version.note),
    chain,
    finding: { ...NO_FINDING, rationale: at(['', 'one', 'two'], version.finding) },
    evidence: at([[], [evidence('a')], [evidence('b')]], version.evidence),
    flags: [{ flag: at(FLAGS, version.flags), verdict: 'added', note: '' }],
    relations: [{ kind: 'tension', claimId: idOf('claim', 2 + version.relations), note: '' }],
  });
}

function evidence(title: string): Claim['evidence'][number] {
  const none = { url: null, archivedUrl: null, retrievedOn: null, originGroupId: null };
  return { id: idOf('evidence', 1), kind: 'document', title, locator: '', stance: 'supports', ...none };
}

/** What a person who made one version of another would send: the whole tag, and the parts they changed. */
function valuesOf(base: Version, side: Version): MergeValues {
  const claim = toClaim(side);
  return {
    tag: toTagValues(claim),
    details: pickParts(
      claim,
      DETAIL_FIELDS.filter((part) => side[part] !== base[part]),
    ),
  };
}

const merge = (base: Version, mine: Version, theirs: Version) => {
  const values = valuesOf(base, mine);
  return mergeValues(toSeen(toClaim(base), values.details), values, toClaim(theirs));
};

/** The claim after the merge was written over theirs. */
function written(theirs: Version, { tag, details }: MergeValues): Claim {
  const claim = toClaim(theirs);
  return {
    ...claim,
    ...tag,
    source: tag.source as Claim['source'],
    spans: tag.spans as Claim['spans'],
    ...withDetails(claim, details, tag),
  };
}

const looks = ({ claim, tag }: { claim: Claim; tag: MergeValues['tag'] }, expected: Claim) => [
  ...differingFields(tag, toTagValues(expected)),
  ...differingParts(expected, pickParts(claim, DETAIL_FIELDS)),
];

const version = fc.record(
  Object.fromEntries(MERGE_FIELDS.map((field) => [field, fc.constantFrom(0, 1, 2)])) as Record<MergeField, fc.Arbitrary<0 | 1 | 2>>,
);
const fields = fc.subarray([...MERGE_FIELDS]);

/** The base with some fields moved on by one or two values. */
const changed = (base: Version, some: readonly MergeField[], by: 1 | 2 = 1): Version => ({
  ...base,
  ...Object.fromEntries(some.map((field) => [field, (base[field] + by) % 3])),
});

const isCrossed = (a: readonly MergeField[], b: readonly MergeField[]) =>
  (a.includes('source') && b.includes('chain')) || (a.includes('chain') && b.includes('source'));

describe('merging two changes of one claim', () => {
  it('takes each field from the one side that changed it, and asks nothing', () => {
    fc.assert(
      fc.property(version, fields, fields, (base, a, rest) => {
        const b = rest.filter((field) => !a.includes(field));
        fc.pre(!isCrossed(a, b));
        const theirs = changed(base, b);
        const merged = merge(base, changed(base, a), theirs);
        expect(merged.clashes).toEqual([]);
        expect(new Set(merged.mine)).toEqual(new Set(a));
        const result = { claim: written(theirs, merged.values), tag: merged.values.tag };
        expect(looks(result, toClaim(changed(theirs, a)))).toEqual([]);
      }),
    );
  });

  it('is the same whoever comes first, where the two do not meet', () => {
    fc.assert(
      fc.property(version, fields, fields, (base, a, rest) => {
        const b = rest.filter((field) => !a.includes(field));
        fc.pre(!isCrossed(a, b));
        const [one, other] = [changed(base, a), changed(base, b)];
        const [first, second] = [merge(base, one, other), merge(base, other, one)];
        const result = { claim: written(other, first.values), tag: first.values.tag };
        expect(differingFields(result.tag, second.values.tag)).toEqual([]);
        expect(looks(result, written(one, second.values))).toEqual([]);
      }),
    );
  });

  it('asks for exactly the fields that both changed apart, and for none that both changed alike', () => {
    fc.assert(
      fc.property(version, fields, fields, fields, (base, a, b, alike) => {
        fc.pre(!isCrossed(a, b));
        const theirs = {
          ...changed(base, b, 2),
          ...pick(
            changed(base, alike),
            a.filter((field) => alike.includes(field) && b.includes(field)),
          ),
        };
        const mine = changed(base, a);
        const apart = MERGE_FIELDS.filter((field) => a.includes(field) && b.includes(field) && mine[field] !== theirs[field]);
        expect(merge(base, mine, theirs).clashes).toEqual(apart);
      }),
    );
  });

  it('never makes a value up: each is mine or theirs, and where both changed apart it is theirs until somebody chose', () => {
    fc.assert(
      fc.property(version, version, version, (base, mine, theirs) => {
        const merged = merge(base, mine, theirs);
        const [m, t] = [toClaim(mine), toClaim(theirs)];
        const tag = merged.values.tag;
        for (const field of differingFields(tag, toTagValues(m))) expect(differingFields(tag, toTagValues(t))).not.toContain(field);
        for (const part of Object.keys(merged.values.details) as DetailField[]) {
          expect(merged.values.details[part]).toEqual(m[part]);
          expect(merged.clashes).not.toContain(part);
        }
        const chosen = takeFields(t, valuesOf(base, mine), merged.clashes);
        for (const field of merged.clashes)
          if (field in chosen.tag) expect(chosen.tag[field as 'note']).toEqual(toTagValues(m)[field as 'note']);
      }),
    );
  });

  it('has nothing to write where nothing was changed here, whatever was changed there', () => {
    fc.assert(
      fc.property(version, version, (base, theirs) => {
        expect(merge(base, base, theirs)).toMatchObject({ mine: [], clashes: [] });
      }),
    );
  });

  it('asks where one side has a new source and the other a changed chain: the tag stands in it', () => {
    const base: Version = { ...(Object.fromEntries(MERGE_FIELDS.map((field) => [field, 0])) as Version), source: 1 };
    expect(merge(base, { ...base, chain: 1 }, { ...base, source: 2 }).clashes).toEqual(['source', 'chain']);
    expect(merge(base, { ...base, source: 2 }, { ...base, chain: 1 }).clashes).toEqual(['source']);
  });
});

function pick(from: Version, some: readonly MergeField[]): Partial<Version> {
  return Object.fromEntries(some.map((field) => [field, from[field]]));
}
