import { describe, expect, it } from 'vitest';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { toSampleClaims } from '@/lib/sample/sample-claims';
import { readSample } from '../../factories/sample';

const { text, annotation } = readSample();
const TEXT = text.toString('utf8');

type Annotation = { claims: { id: string; span: { start: number; end: number; exact: string } }[] };

describe('the sample’s claims', () => {
  const claims = toSampleClaims(annotation, TEXT);

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
    expect(() => toSampleClaims(annotation, `x${TEXT}`)).toThrow(/claim c\d+ is not at its place/);
  });

  it('refuse an annotation of another shape', () => {
    expect(() => toSampleClaims({ claims: [] }, TEXT)).toThrow();
  });
});
