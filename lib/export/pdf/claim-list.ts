import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import type { Evidence } from '@/lib/claims/evidence';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { entryId } from '../html-parts';
import {
  credibilityWords,
  evidenceAsides,
  evidenceHead,
  gradeDoubtWords,
  likelihoodWords,
  notHeld,
  retractedWords,
} from '../sourcing-words';
import { toDayText, toListText, toNumberText, toSentenceCase } from '../wording';
import type { Element } from './canvas';
import { INK_2, INK_3, RULE } from './palette';
import type { Run } from './paragraph';
import { backToText, badgeRun, chainRuns, isolated, toEntry } from './runs';
import { CONTENT_WIDTH, gap, PAGE, run, type Sheet, type Strip } from './sheet';
import { independenceText } from './sourcing';

const BADGE = 34;
const FACTS = 182;
const MAIN = CONTENT_WIDTH - BADGE - FACTS - 18;
const SMALL = 7.9;

/** Every claim in full, in text order. Yields after each. */
export function* claimList(sheet: Sheet, parent: Element, model: ReportModel): Generator<void> {
  const byNumber = new Map(model.claims.map((claim) => [claim.number, claim]));
  for (const claim of model.claims) {
    const section = sheet.element(parent, 'Sect');
    const badge = sheet.paragraph(section, [badgeRun(claim, 7.5, backToText(claim))], { width: BADGE, leading: 15, type: 'H3' });
    const main = mainStrips(sheet, section, claim, model, byNumber);
    const facts = factStrips(sheet, section, claim);
    sheet.ensure(64);
    sheet.place(entryId(claim));
    sheet.canvas.artifact(() => sheet.canvas.rule(PAGE.left, sheet.y, CONTENT_WIDTH, RULE, 0.4));
    sheet.y += 7;
    sheet.flow([
      { x: PAGE.left, strips: badge },
      { x: PAGE.left + BADGE, strips: main },
      { x: PAGE.width - PAGE.right - FACTS, strips: facts },
    ]);
    sheet.y += 7;
    section.end();
    yield;
  }
}

function mainStrips(
  sheet: Sheet,
  parent: Element,
  claim: ReportClaim,
  model: ReportModel,
  byNumber: ReadonlyMap<number, ReportClaim>,
): readonly Strip[] {
  const { source, sourceType, chain, sourcing, note, finding, evidence } = claim;
  const line = (runs: readonly Run[], leading = 11) => sheet.paragraph(parent, runs, { width: MAIN, leading });
  const hedges = chain.flatMap(hedgeFacts).map(isolated);
  const type = SOURCE_TYPE_FACTS[sourceType].label;
  const who =
    source === null
      ? [run(type, 9, 'bold')]
      : [run(isolated(source.name), 9, 'bold'), run(retractedWords(source), SMALL), run(` ${type}`, SMALL, 'regular', INK_2)];
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  const named = (head: string, words: string) => (words === '' ? [] : line([run(`${head}: `, SMALL, 'bold'), run(isolated(words), SMALL)]));
  return [
    ...claim.spans.flatMap(({ quote }) =>
      sheet.paragraph(parent, [{ ...run(quote.replaceAll('\n', ' '), 9.4), marks: [{ claim, lane: 0 as const }] }], {
        width: MAIN,
        leading: 15,
        type: 'BlockQuote',
        lang: 'und',
      }),
    ),
    gap(2),
    ...line(who, 12),
    ...line(chainRuns(chain, SMALL)),
    ...(hedges.length === 0 ? [] : line([run(`Hedged: ${toListText(hedges)}`, SMALL, 'regular', INK_2)])),
    ...line([
      run(`${toSentenceCase(handWords(sourcing.hand))}. `, SMALL, 'bold'),
      run(`Strength ${isolated(sourcing.strength.sentence)}`, SMALL, 'regular', INK_2),
    ]),
    ...(note === '' ? [] : [gap(2), ...line([run(note, SMALL, 'regular', INK_2)])]),
    ...(flags.length === 0 ? [] : line(flags.flatMap((flag, index) => flagRuns(flag, index, note)))),
    ...sourcing.related.flatMap(({ kind, number, note: words }) => {
      const { label, sign } = RELATION_FACTS[kind];
      const other = number === null ? undefined : byNumber.get(number);
      const shown = other === undefined ? run(notHeld(model), SMALL) : badgeRun(other, 6.2, toEntry(other));
      return line(
        [run(`${sign} ${label} `, SMALL), shown, ...(words === '' ? [] : [run(` ${isolated(words)}`, SMALL, 'regular', INK_2)])],
        12,
      );
    }),
    ...named('Finding', finding.rationale),
    ...named('Should read', finding.correction),
    ...named('To the author', finding.question),
    ...evidence.flatMap((piece) => line(evidenceRuns(piece))),
  ];
}

/** A flag, with a person's words where they say more than the claim's note. */
function flagRuns(flag: ReportClaim['sourcing']['flags'][number], index: number, note: string): readonly Run[] {
  const words = flag.note === '' || flag.note === note ? '' : `: ${isolated(flag.note)}`;
  const before = index === 0 ? [] : [run(' · ', SMALL, 'regular', INK_3)];
  return [...before, run(FLAG_LABELS[flag.flag].replaceAll(' ', '\u00a0'), SMALL, 'italic'), run(words, SMALL)];
}

/** Only web addresses become links, and each is shown as it is: nothing else is opened by a click. */
const WEB_ADDRESS = /^https?:\/\/[\x21-\x7e]+$/iu;

function evidenceRuns(evidence: Evidence): readonly Run[] {
  const { title, url } = evidence;
  const asides = evidenceAsides(evidence);
  const link = url !== null && WEB_ADDRESS.test(url) ? { url, name: url } : null;
  return [
    run(`${evidenceHead(evidence)}: ${isolated(title)}`, SMALL),
    ...(url === null ? [] : [run(' ', SMALL), { ...run(url, SMALL, 'regular', INK_2), link, dashed: link !== null }]),
    ...(asides.length === 0 ? [] : [run(` ${isolated(asides.join(', '))}`, SMALL, 'regular', INK_3)]),
  ];
}

function factStrips(sheet: Sheet, parent: Element, claim: ReportClaim): readonly Strip[] {
  const TERM = 48;
  return pairsOf(claim).flatMap(([term, runs]) => {
    // Read as one: “Confidence moderate”.
    const element = sheet.element(parent, 'P');
    const [head] = sheet.paragraph(parent, [run(`${term}\u00a0`, 7.5, 'regular', INK_3)], { width: TERM, leading: 10.2, element });
    const body = sheet.paragraph(parent, runs, { width: FACTS - TERM, leading: 10.2, element });
    return body.map((strip, index) => ({
      height: strip.height,
      draw: (x: number, y: number) => {
        if (index === 0) head?.draw(x, y);
        strip.draw(x + TERM, y);
        if (index === body.length - 1) element.end();
      },
    }));
  });
}

function pairsOf(claim: ReportClaim): readonly (readonly [string, readonly Run[]])[] {
  const { finding, sourcing, confidence, state, reason, createdBy, createdAt, lastEditedBy, approval } = claim;
  const { attributionCheck, contentCheck, credibility, likelihood } = finding;
  const words = (text: string): readonly Run[] => [run(text, 7.5)];
  const doubt = gradeDoubtWords(claim);
  const unchecked = attributionCheck === 'not_checked' && contentCheck === 'not_checked';
  const places = claim.spans.flatMap(({ place }, part) => [
    ...(part === 0 ? [] : [run('\n', 7.5)]),
    { ...run(`${toNumberText(place.start)}–${toNumberText(place.end)}`, 7.5), link: backToText(claim, part) },
  ]);
  return [
    ...(sourcing.origin === null
      ? []
      : [['Origin', words(`${isolated(sourcing.origin.name)} ${independenceText(sourcing.origin)}`)] as const]),
    ...(unchecked
      ? [['Checks', words('none yet')] as const]
      : [
          ['Attribution', words(ATTRIBUTION_CHECK_LABELS[attributionCheck])] as const,
          ['Content', words(CONTENT_CHECK_LABELS[contentCheck])] as const,
        ]),
    ...(credibility === null
      ? []
      : [['Credibility', words(`${credibilityWords(credibility)}${doubt === null ? '' : `. ${doubt}`}`)] as const]),
    ...(likelihood === null ? [] : [['Likelihood', words(likelihoodWords(likelihood))] as const]),
    ['Confidence', words(CONFIDENCE_FACTS[confidence].label)],
    ['State', words(CLAIM_STATE_LABELS[state])],
    ...(reason === null
      ? []
      : [['Reason', words(`${isolated(reason.text)} (${isolated(reason.by.name)}, ${toDayText(reason.at)})`)] as const]),
    ['Made', words(`${isolated(createdBy.name)}, ${toDayText(createdAt)}`)],
    ...(lastEditedBy.id === createdBy.id ? [] : [['Last edited', words(isolated(lastEditedBy.name))] as const]),
    ...(approval === null ? [] : [['Approved', words(`${isolated(approval.by.name)}, ${toDayText(approval.at)}`)] as const]),
    ['In the text', places],
  ];
}
