import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import type { Evidence } from '@/lib/claims/evidence';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { entryId } from '../html-parts';
import {
  credibilityWords,
  evidenceAsides,
  evidenceHead,
  gradeDoubtWords,
  independenceText,
  likelihoodWords,
  notHeld,
  retractedWords,
} from '../sourcing-words';
import type { Element } from './canvas';
import { factStrips } from './fact';
import { INK_2, INK_3, RULE } from './palette';
import type { Run } from './paragraph';
import { backToText, badgeRun, chainRuns, isolated, toEntry } from './runs';
import { CONTENT_WIDTH, gap, PAGE, run, type Sheet, type Strip } from './sheet';

const BADGE = 34;
const FACTS = 182;
const MAIN = CONTENT_WIDTH - BADGE - FACTS - 18;
const SMALL = 7.9;
const FACT_LOOK = { term: 48, width: FACTS, size: 7.5, leading: 10.2 } as const;

/** Every claim in full, in text order. Yields after each, and in long ones. */
export function* claimList(sheet: Sheet, parent: Element, model: ReportModel): Generator<void> {
  const byNumber = new Map(model.claims.map((claim) => [claim.number, claim]));
  for (const claim of model.claims) {
    const section = sheet.element(parent, 'Sect');
    const badge = sheet.paragraph(section, [badgeRun(claim, 7.5, backToText(claim, model.frame), model.frame)], {
      width: BADGE,
      leading: 15,
      type: 'H3',
    });
    const quotes: Strip[] = [];
    for (const { quote } of claim.spans) {
      const runs = [{ ...run(quote.replaceAll('\n', ' '), 9.4), marks: [{ claim, lane: 0 as const }] }];
      quotes.push(...(yield* sheet.paragraphSteps(section, runs, { width: MAIN, leading: 15, type: 'BlockQuote', lang: 'und' })));
    }
    const main = [...quotes, gap(2), ...mainStrips(sheet, section, claim, model, byNumber)];
    const facts = pairsOf(claim, model.frame).flatMap(([term, runs]) => factStrips(sheet, section, term, runs, FACT_LOOK));
    sheet.ensure(64);
    sheet.place(entryId(claim));
    sheet.canvas.artifact(() => sheet.canvas.rule(PAGE.left, sheet.y, CONTENT_WIDTH, RULE, 0.4));
    sheet.y += 7;
    yield* sheet.flowSteps([
      { x: PAGE.left, strips: badge },
      { x: PAGE.left + BADGE, strips: main },
      { x: PAGE.width - PAGE.right - FACTS, strips: facts },
    ]);
    sheet.y += 7;
    section.end();
    yield;
  }
}

/** What is said of a claim below its quotes. */
function mainStrips(
  sheet: Sheet,
  parent: Element,
  claim: ReportClaim,
  model: ReportModel,
  byNumber: ReadonlyMap<number, ReportClaim>,
): readonly Strip[] {
  const { source, sourceType, chain, sourcing, note, finding, evidence } = claim;
  const { frame } = model;
  const { terms } = frame.layout;
  const line = (runs: readonly Run[], leading = 11) => sheet.paragraph(parent, runs, { width: MAIN, leading });
  const hedges = chain.flatMap((link) => hedgeFacts(link, frame)).map(isolated);
  const type = frame.attribution.types[sourceType].label;
  const who =
    source === null
      ? [run(type, 9, 'bold')]
      : [run(isolated(source.name), 9, 'bold'), run(retractedWords(source, frame), SMALL), run(` ${type}`, SMALL, 'regular', INK_2)];
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  const named = (head: string, words: string) => (words === '' ? [] : line([run(`${head}: `, SMALL, 'bold'), run(isolated(words), SMALL)]));
  return [
    ...line(who, 12),
    ...line(chainRuns(chain, SMALL, frame)),
    ...(hedges.length === 0 ? [] : line([run(`${terms.hedged}: ${frame.counts.list(hedges)}`, SMALL, 'regular', INK_2)])),
    ...line([
      run(`${frame.counts.sentenceCase(handWords(sourcing.hand, frame.attribution))}. `, SMALL, 'bold'),
      run(`${terms.strength} ${isolated(sourcing.strength.sentence)}`, SMALL, 'regular', INK_2),
    ]),
    ...(note === '' ? [] : [gap(2), ...line([run(note, SMALL, 'regular', INK_2)])]),
    ...(flags.length === 0 ? [] : line(flags.flatMap((flag, index) => flagRuns(flag, index, note, frame)))),
    ...sourcing.related.flatMap(({ kind, number, note: words }) => {
      const label = frame.claims.relations[kind];
      const { sign } = RELATION_FACTS[kind];
      const other = number === null ? undefined : byNumber.get(number);
      const shown = other === undefined ? run(notHeld(model), SMALL) : badgeRun(other, 6.2, toEntry(other, frame), frame);
      return line(
        [run(`${sign} ${label} `, SMALL), shown, ...(words === '' ? [] : [run(` ${isolated(words)}`, SMALL, 'regular', INK_2)])],
        12,
      );
    }),
    ...named(terms.finding, finding.rationale),
    ...named(terms.shouldRead, finding.correction),
    ...named(terms.toTheAuthor, finding.question),
    ...evidence.flatMap((piece) => line(evidenceRuns(piece, frame))),
  ];
}

/** A flag, with a person's words where they say more than the claim's note. */
function flagRuns(flag: ReportClaim['sourcing']['flags'][number], index: number, note: string, frame: Frame): readonly Run[] {
  const words = flag.note === '' || flag.note === note ? '' : `: ${isolated(flag.note)}`;
  const before = index === 0 ? [] : [run(' · ', SMALL, 'regular', INK_3)];
  return [...before, run(frame.claims.flags[flag.flag].replaceAll(' ', '\u00a0'), SMALL, 'italic'), run(words, SMALL)];
}

/** Only web addresses become links, and each is shown as it is: nothing else is opened by a click. */
const WEB_ADDRESS = /^https?:\/\/[\x21-\x7e]+$/iu;

function evidenceRuns(evidence: Evidence, frame: Frame): readonly Run[] {
  const { title, url } = evidence;
  const asides = evidenceAsides(evidence, frame);
  const link = url !== null && WEB_ADDRESS.test(url) ? { url, name: url } : null;
  return [
    run(`${evidenceHead(evidence, frame)}: ${isolated(title)}`, SMALL),
    ...(url === null ? [] : [run(' ', SMALL), { ...run(url, SMALL, 'regular', INK_2), link, dashed: link !== null }]),
    ...(asides.length === 0 ? [] : [run(` ${isolated(asides.join(', '))}`, SMALL, 'regular', INK_3)]),
  ];
}

function pairsOf(claim: ReportClaim, frame: Frame): readonly (readonly [string, readonly Run[]])[] {
  const { layout, claims, counts } = frame;
  const { terms } = layout;
  const { finding, sourcing, confidence, state, reason, createdBy, createdAt, lastEditedBy, approval } = claim;
  const { attributionCheck, contentCheck, credibility, likelihood } = finding;
  const words = (text: string): readonly Run[] => [run(text, 7.5)];
  const doubt = gradeDoubtWords(claim, frame);
  const unchecked = attributionCheck === 'not_checked' && contentCheck === 'not_checked';
  const places = claim.spans.flatMap(({ place }, part) => [
    ...(part === 0 ? [] : [run('\n', 7.5)]),
    { ...run(`${counts.number(place.start)}–${counts.number(place.end)}`, 7.5), link: backToText(claim, frame, part) },
  ]);
  return [
    ...(sourcing.origin === null
      ? []
      : [[terms.origin, words(`${isolated(sourcing.origin.name)} ${independenceText(sourcing.origin, frame)}`)] as const]),
    ...(unchecked
      ? [[terms.checks, words(layout.noneYet)] as const]
      : [
          [terms.attribution, words(claims.attributionChecks[attributionCheck])] as const,
          [terms.content, words(claims.contentChecks[contentCheck])] as const,
        ]),
    ...(credibility === null
      ? []
      : [[terms.credibility, words(`${credibilityWords(credibility, frame)}${doubt === null ? '' : `. ${doubt}`}`)] as const]),
    ...(likelihood === null ? [] : [[terms.likelihood, words(likelihoodWords(likelihood, frame))] as const]),
    [terms.confidence, words(claims.confidence[confidence])],
    [terms.state, words(claims.states[state])],
    ...(reason === null
      ? []
      : [[terms.reason, words(`${isolated(reason.text)} (${isolated(reason.by.name)}, ${counts.day(reason.at)})`)] as const]),
    [terms.made, words(`${isolated(createdBy.name)}, ${counts.day(createdAt)}`)],
    ...(lastEditedBy.id === createdBy.id ? [] : [[terms.lastEdited, words(isolated(lastEditedBy.name))] as const]),
    ...(approval === null ? [] : [[terms.approved, words(`${isolated(approval.by.name)}, ${counts.day(approval.at)}`)] as const]),
    [terms.inTheText, places],
  ];
}
