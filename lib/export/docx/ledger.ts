import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { ClaimPair } from '@/lib/provenance/label';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { type Xml, xml } from '../office/xml';
import { groupPairs } from '../pairs';
import { NO_CONFLICTS, NO_ORIGINS, SECTIONS } from '../report-words';
import { INDEPENDENCE_FACTS, noteBetween, outsideWords, retractedWords } from '../sourcing-words';
import { toExcerpt, toNumberText } from '../wording';
import { paragraph, tableEnd, tableRow, tableStart } from './blocks';
import { claimLinks, named } from './claim-names';
import { lookOf } from './class-look';
import { isRtl } from './direction';
import { runs, STRONG, THEIRS } from './runs';

const SPEAKER_WIDTHS = [3, 21, 20, 13, 19, 16];

/** Who speaks: the source ledger. */
export function* speakerPieces({ sourcing }: ReportModel, pick: Picker): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs(SECTIONS.sources.title)).toString();
  if (sourcing.speakers.length === 0) {
    yield paragraph('Normal', runs('No claims.')).toString();
    return;
  }
  yield tableStart(SECTIONS.sources.title, SPEAKER_WIDTHS, ['', 'Source', 'Presented as', 'Reach', 'Origin', 'Claims']).toString();
  for (const { name, source, sourceClass, presentation, claimIds, reach, reading, origin } of sourcing.speakers) {
    const { sign, label } = INDEPENDENCE_FACTS[origin.independence];
    const cells = [
      runs(SOURCE_CLASS_FACTS[sourceClass].letter, STRONG),
      named(`${nameWords(name)}${retractedWords(source)}`),
      named(presentation),
      runs(reading === null ? reach : `${reach}, ${reading}`),
      xml`${runs(`${sign} ${label}`)}${origin.name === null ? null : xml`${runs(': ')}${named(origin.name)}`}`,
      xml`${runs(`${toNumberText(claimIds.length)}: `, STRONG)}${claimLinks(pick(claimIds))}`,
    ];
    yield tableRow(
      SPEAKER_WIDTHS,
      cells.map((content, at) => ({ content: paragraph('Cell', content), ...(at === 0 ? { fill: lookOf(sourceClass).tint } : {}) })),
    ).toString();
  }
  yield tableEnd().toString();
}

/** What they lean on: each origin with its sources and reasons. */
export function* originPieces({ origins }: ReportModel, pick: Picker): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs(SECTIONS.origins.title)).toString();
  if (origins.length === 0) yield paragraph('Normal', runs(NO_ORIGINS)).toString();
  for (const { name, independence, sources, groups, claimIds } of origins) {
    const { sign, label } = INDEPENDENCE_FACTS[independence];
    yield paragraph('Heading3', xml`${named(name)}${runs(` (${sign} ${label})`)}`).toString();
    if (sources.length > 0) {
      const names = sources.map((source) => `${source.name}${retractedWords(source)}`).join('; ');
      yield fact('Sources', named(names)).toString();
    }
    for (const { reason, attested } of groups) {
      if (reason !== '') yield fact('One origin because', named(reason)).toString();
      if (attested !== null) yield fact('Independent because', named(attested)).toString();
    }
    yield fact('Claims', claimLinks(pick(claimIds))).toString();
  }
}

export function fact(term: string, words: Xml): Xml {
  return paragraph('Fact', xml`${runs(`${term}: `, STRONG)}${words}`);
}

/** Contradictions, then tensions, the claim with most of them on the left; at the end what leads out of the file. */
export function* conflictPieces(model: ReportModel, pick: Picker): Generator<string, void, undefined> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  yield paragraph('Heading1', runs(SECTIONS.conflicts.title)).toString();
  if (contradictions.length + tensions.length === 0 && outside === null) {
    yield paragraph('Normal', runs(NO_CONFLICTS)).toString();
  }
  yield* pairPieces(contradictions, 'contradicts', pick);
  yield* pairPieces(tensions, 'tension', pick);
  if (outside !== null) yield paragraph('Normal', runs(outside)).toString();
}

const PAIR_WIDTHS = [5, 2, 5];

function* pairPieces(pairs: readonly ClaimPair[], kind: 'contradicts' | 'tension', pick: Picker): Generator<string, void, undefined> {
  if (pairs.length === 0) return;
  const { label, sign } = RELATION_FACTS[kind];
  yield tableStart(label, PAIR_WIDTHS, ['Claim', '', 'Claim']).toString();
  for (const { centre, others } of groupPairs(pairs)) {
    const [middle] = pick([centre]);
    if (middle === undefined) continue;
    for (const [at, other] of pick(others).entries()) {
      yield tableRow(PAIR_WIDTHS, [
        // Said once and not beside each of its others: an empty cell below means the same claim.
        { content: at === 0 ? quoted(middle, '') : paragraph('Cell', null) },
        { content: paragraph('Cell', runs(`${sign} ${label.toLowerCase()}`, STRONG)) },
        { content: quoted(other, noteBetween(middle, other, kind)) },
      ]).toString();
    }
  }
  yield tableEnd().toString();
}

/** Of a quote outside the text, in UTF-16 units: the text above has all of it. */
const EXCERPT_LENGTH = 400;

/** The parts of a claim on one line, cut. */
export function quoteWords({ spans }: Pick<ReportClaim, 'spans'>): string {
  return toExcerpt(spans.map(({ quote }) => quote.slice(0, EXCERPT_LENGTH * 2)).join(' […] '), EXCERPT_LENGTH);
}

function quoted(claim: ReportClaim, note: string): Xml {
  const words = quoteWords(claim);
  const rtl = isRtl(words);
  const aside = note === '' ? null : xml`${runs('. ')}${runs(note, THEIRS)}`;
  return xml`${paragraph('Cell', runs(words, { foreign: true, rtl }), { rtl })}${paragraph('Small', xml`${claimLinks([claim])}${aside}`)}`;
}
