import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreementReport, agreementOf } from '@/lib/agreement/agreement-report';
import { agreementLines, toAgreementData } from '@/lib/agreement/agreement-words';
import { alphaU, type Section } from '@/lib/agreement/alpha-u';
import { noFigure, toFigure } from '@/lib/agreement/figure';
import { firstHand } from '@/lib/agreement/first-hand';
import { JUDGED_FIELD_FACTS, JUDGED_FIELDS } from '@/lib/agreement/judged-field';
import { MEASURE_FACTS, MEASURES, measuredWords, sentenceOf, toMeasured, valueWords } from '@/lib/agreement/measure';
import { joinPassages, toPassages } from '@/lib/agreement/passages';
import { checkersOf } from '@/lib/agreement/work';
import type { Claim } from '@/lib/claims/claim';
import { NO_FINDING } from '@/lib/claims/finding';
import type { Tag } from '@/lib/claims/tag';
import type { PersonRef } from '@/lib/kernel/person';
import { toTextRange } from '@/lib/text/offset';
import { wordStarts } from '@/lib/text/words';
import { aClaim, aSource, aSpan, CHECKER, EDITOR, SECOND_CHECKER } from '../../factories/report';
import { valueOf } from './value-of';

const TEXT = Array.from({ length: 20 }, (_, at) => `Sentence ${String(at).padStart(2, '0')} says that the bridge will close.`).join(' ');
const SENTENCE = TEXT.length / 20;
const MAYOR = aSource(1, 'The mayor', 'person');

/** A claim on one sentence, of a person's own number range. */
function claimOn(sentence: number, by: PersonRef, changes: Partial<Claim> = {}): Claim {
  const number = sentence + 1 + 100 * [CHECKER, SECOND_CHECKER, EDITOR].indexOf(by);
  const start = Math.ceil(sentence * SENTENCE);
  return aClaim(number, [aSpan(TEXT, start, start + 40)], { createdBy: by, sourceType: 'named_person', source: MAYOR, ...changes });
}

const text = { length: TEXT.length, wordStarts: wordStarts(TEXT) };
const reportOf = (claims: readonly Claim[]) => agreementOf(checkersOf(claims, []), text);
function definedOf(report: AgreementReport): Extract<AgreementReport, { defined: true }> {
  if (!report.defined) throw new Error(report.reason);
  return report;
}

/** Ten sentences by each; of the second, types differ in 8 and 9, and the last is on another sentence. */
const two = [
  ...Array.from({ length: 10 }, (_, at) => claimOn(at, CHECKER, at < 5 ? {} : { sourceType: 'author', source: null })),
  ...Array.from({ length: 9 }, (_, at) =>
    claimOn(at, SECOND_CHECKER, at < 5 ? {} : at < 8 ? { sourceType: 'author', source: null } : { sourceType: 'impersonal', source: null }),
  ),
  claimOn(12, SECOND_CHECKER, { sourceType: 'author', source: null }),
];

describe('the agreement of two checkers', () => {
  const report = definedOf(reportOf(two));
  const field = (name: (typeof JUDGED_FIELDS)[number]) => report.what.find((one) => one.field === name) as (typeof report.what)[number];

  it('counts who made what, what was matched and what one made alone', () => {
    expect(report.people.map(({ name, claims }) => [name, claims])).toEqual([
      ['Ada Checker', 10],
      ['Bo Checker', 10],
    ]);
    expect([report.matched, report.alone]).toEqual([9, 2]);
  });

  it('says where: nine of ten claims are the same', () => {
    const values = Object.fromEntries(report.where.measures.map(({ measure, figure }) => [measure, valueOf(figure)]));
    expect(values.overlap_f1).toBeCloseTo(0.9, 10);
    // Two edges of each claim. The two claims that one made alone have four that nobody shares, and no two of them are near.
    expect(values.boundary_similarity).toBeGreaterThan(0.7);
    expect(values.alpha_u).toBeGreaterThan(0.5);
    expect(values.gamma).toBeGreaterThan(0.5);
    expect(report.where.byClass.map(({ sourceClass }) => sourceClass)).toEqual(['record', 'none']);
    expect(report.where.samples).toBe(30);
  });

  it('says what: eight of nine types are the same, and the ninth is of the same class', () => {
    const { n, measures, disagreements } = field('sourceType');
    expect(n).toBe(9);
    const values = Object.fromEntries(measures.map(({ measure, figure }) => [measure, valueOf(figure)]));
    expect(values.percent).toBeCloseTo(8 / 9, 10);
    expect(values.weighted_alpha).toBeGreaterThan(values.alpha as number);
    expect(disagreements.map(({ claims }) => claims.map((claim) => claim?.number))).toEqual([[9, 109]]);
  });

  it('has no figure, and says why, where nobody judged or all said the same', () => {
    expect(field('contentCheck').measures[0]?.figure).toEqual(noFigure('nothing was judged by two people'));
    expect(field('confidence').measures[0]?.figure).toEqual(noFigure('only one value was given, so there was nothing to disagree on'));
    expect(field('confidence').measures.find(({ measure }) => measure === 'percent')?.figure).toEqual(toFigure(1));
  });

  it('has by class the figure of each class against all others for the type, and of its claims for the rest', () => {
    const [record, none] = field('sourceType').byClass;
    expect([record?.sourceClass, record?.n, none?.sourceClass, none?.n]).toEqual(['record', 9, 'none', 9]);
    expect(valueOf(record?.measures[0]?.figure as never)).toBe(1);
    expect(field('source').byClass.map(({ sourceClass, n }) => [sourceClass, n])).toEqual([
      ['record', 5],
      ['none', 4],
    ]);
  });

  it('is the same in every order of the claims, and on every run', () => {
    expect(JSON.stringify(toAgreementData(reportOf(two.toReversed())))).toBe(JSON.stringify(toAgreementData(report)));
  });

  it('reads as lines, each figure with its n', () => {
    const lines = agreementLines(report).join('\n');
    expect(lines).toContain(
      'Checked by Ada Checker (10 claims) and Bo Checker (10 claims): 9 claims that at least two made, 2 that one made alone.',
    );
    expect(lines).toMatch(/Overlap F1 0\.90 \(\d\.\d\d to \d\.\d\d, 11 claims or pairs of claims\)/u);
    expect(lines).toContain('Differ: claim 9 “Article’s own voice”, claim 109 “Impersonal”');
    expect(lines).not.toMatch(/NaN|undefined claims|null/u);
  });

  it('gives each disagreement as data, with what each said', () => {
    const data = toAgreementData(report) as { what: { field: string; disagreements: unknown[] }[] };
    expect(data.what[0]?.disagreements).toMatchObject([
      [
        { number: 9, by: CHECKER.id, value: 'author' },
        { number: 109, by: SECOND_CHECKER.id, value: 'impersonal' },
      ],
    ]);
  });
});

describe('the agreement of three checkers', () => {
  const third = Array.from({ length: 10 }, (_, at) => claimOn(at, EDITOR, { confidence: at < 5 ? 'low' : 'high' }));
  const report = definedOf(reportOf([...two, ...third]));

  it('has the figures of every two beside those of all', () => {
    expect(report.whereByPair.map(({ pair }) => pair)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const [type] = report.what;
    expect(type?.byPair.map(({ n }) => n)).toEqual([9, 10, 9]);
    expect(type?.measures.map(({ measure }) => measure)).toEqual(['weighted_alpha', 'alpha', 'percent', 'ac1', 'fleiss']);
    expect(type?.measures.find(({ measure }) => measure === 'fleiss')?.n).toBe(9);
  });

  it('is for two of them what it is without the third', () => {
    const alone = definedOf(reportOf(two));
    const value = (measures: (typeof alone.where)['measures']) => measures.map(({ figure }) => valueOf(figure));
    expect(value(report.whereByPair[0]?.where.measures ?? [])).toEqual(value(alone.where.measures));
  });
});

describe('agreement where there is nothing to measure', () => {
  it.each([
    [[], 'nobody has made a claim on this article yet'],
    [[claimOn(0, CHECKER)], 'only one person has made claims on this article'],
  ])('says so', (claims, reason) => {
    const report = reportOf(claims);
    expect(report).toMatchObject({ defined: false, reason });
    expect(agreementLines(report)).toEqual([`No agreement to measure: ${reason}.`]);
  });

  it('has a reason for every figure that is none: two people who marked different places', () => {
    const report = definedOf(reportOf([claimOn(0, CHECKER), claimOn(10, SECOND_CHECKER)]));
    for (const { measures } of report.what) {
      for (const measured of measures) expect(measuredWords(measured)).toBe('nothing was judged by two people');
    }
    expect(JSON.stringify(toAgreementData(report))).not.toContain('NaN');
    expect(report.comparisons.map(({ without }) => without)).toEqual([[1], [0]]);
  });
});

describe('the fields that are judged', () => {
  it('do not count what was not checked as a value', () => {
    const claim = claimOn(0, CHECKER);
    for (const name of ['attributionCheck', 'contentCheck', 'credibility', 'likelihood'] as const)
      expect(JUDGED_FIELD_FACTS[name].value(claim)).toBeNull();
    const checked = claimOn(0, CHECKER, { finding: { ...NO_FINDING, contentCheck: 'disputed', credibility: 6 } });
    expect(JUDGED_FIELD_FACTS.contentCheck.value(checked)).toBe('disputed');
    expect(JUDGED_FIELD_FACTS.credibility.value(checked)).toBe('6');
  });

  it('keep “cannot be judged” as far from every grade as grades can be', () => {
    const distance = JUDGED_FIELD_FACTS.credibility.distance as (a: string, b: string) => number;
    expect([distance('6', '1'), distance('3', '6'), distance('6', '6'), distance('1', '5'), distance('2', '3')]).toEqual([
      16, 16, 0, 16, 1,
    ]);
  });

  it('have words for every claim', () => {
    for (const name of JUDGED_FIELDS) expect(JUDGED_FIELD_FACTS[name].words(claimOn(0, CHECKER))).not.toBe('');
  });
});

describe('a figure’s sentence', () => {
  it.each([
    ['overlap_f1', 0.824, '82 in 100 characters they marked lie in words that both marked for the same claim.'],
    ['percent', 0.999, '99 in 100 matched claims were given the same value.'],
    ['alpha', 0.85, '85 in 100 of the way from chance to full agreement: good enough to rely on.'],
    ['alpha', 0.7, '70 in 100 of the way from chance to full agreement: good enough for tentative conclusions.'],
    ['alpha', -0.1, 'They agree no more than chance would: too little to rely on one checker alone.'],
  ] as const)('of %s %d is plain', (measure, value, sentence) => {
    expect(sentenceOf(measure, toFigure(value))).toBe(sentence);
  });

  it.each([
    [1, '1.00'],
    [0.9996, '0.99'],
    [0.994, '0.99'],
    [0, '0.00'],
    [0.001, '0.01'],
    [-0.001, '-0.01'],
    [-0.126, '-0.13'],
  ])('of two digits rounds %d to %s: neither full agreement nor chance is made up', (value, words) => {
    expect(valueWords(value)).toBe(words);
  });

  it('gives the reason where there is none, and every measure has its words', () => {
    expect(sentenceOf('gamma', noFigure('nobody marked anything'))).toBe('No figure: nobody marked anything.');
    expect(measuredWords(toMeasured('alpha', toFigure(0.5), noFigure('too few'), 1))).toBe('0.50 (1 matched claim)');
    for (const measure of MEASURES) expect(MEASURE_FACTS[measure].label).not.toBe('');
  });
});

describe('passages', () => {
  const sections = fc.array(
    fc
      .tuple(fc.nat(180), fc.integer({ min: 1, max: 20 }), fc.constantFrom('a', 'b'))
      .map(([start, length, category]): Section => ({ ...toTextRange(start, start + length), category })),
    { maxLength: 8 },
  );

  it('hold every section whole, and together are the text', () => {
    fc.assert(
      fc.property(fc.tuple(sections, sections), (people) => {
        const passages = toPassages(people, toTextRange(0, 200));
        expect([passages[0]?.start, passages.at(-1)?.end]).toEqual([0, 200]);
        passages.forEach(({ start, end, sections: own }, at) => {
          if (at > 0) expect(passages[at - 1]?.end).toBe(start);
          for (const section of own.flat()) expect(section.start >= start && section.end <= end).toBe(true);
        });
        expect(passages.flatMap((passage) => passage.sections.flat()).length).toBe(people.flat().length);
      }),
    );
  });

  it('joined again give the same figure', () => {
    fc.assert(
      fc.property(fc.tuple(sections, sections), (people) => {
        const joined = joinPassages(toPassages(people, toTextRange(0, 200)));
        expect(alphaU(joined.people, joined.continuum).figure).toEqual(alphaU(people, toTextRange(0, 200)).figure);
      }),
    );
  });
});

describe('first-hand work', () => {
  const tag = (note: string, details: Tag['details'] = {}): Tag => ({
    spans: [{ start: 0, end: 9 }],
    sourceType: 'author',
    sourceId: null,
    confidence: 'high',
    note,
    details,
  });
  const step = (actorId: string, version: number, after: Tag | null) => ({ actorId, version, after });
  const finding = { ...NO_FINDING, contentCheck: 'disputed' } as const;

  it('ends where somebody else has a hand in it, an edit or a decision', () => {
    const own = [step('me', 1, tag('One.', { finding })), step('me', 2, tag('Two.')), step('me', 3, null)];
    expect(firstHand([...own, step('editor', 4, tag('Fixed.'))], 'me')).toEqual({ version: 3, tag: tag('Two.'), details: { finding } });
    expect(firstHand([...own, step('editor', 4, null), step('me', 5, tag('As I was told.'))], 'me')).toMatchObject({
      version: 3,
      tag: { note: 'Two.' },
    });
  });

  it('is the claim as it stands where nobody else had a hand in it, or where the trail does not begin with it', () => {
    expect(firstHand([step('me', 1, tag('One.')), step('me', 2, null)], 'me')).toBeNull();
    expect(firstHand([], 'me')).toBeNull();
    expect(firstHand([step('editor', 2, tag('Fixed.'))], 'me')).toBeNull();
    expect(firstHand([step('me', 1, null), step('editor', 2, tag('Fixed.'))], 'me')).toBeNull();
  });
});
