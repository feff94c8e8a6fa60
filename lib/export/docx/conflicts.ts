import type { Frame } from '@/lib/frame/frame';
import type { ClaimPair } from '@/lib/provenance/label';
import type { ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { type Xml, xml } from '../office/xml';
import { type Conflict, type Conflicting, conflictsOf, divideWords, type PictureText, pairBeside, pairSummary } from '../pair-picture';
import { groupPairs } from '../pairs';
import { outsideWords } from '../sourcing-words';
import { paragraph, TEXT_WIDTH } from './blocks';
import { claimLinks } from './claim-names';
import { lookOf } from './class-look';
import { type Box, box, drawing, type Shape, words } from './drawing';
import { runs, STRONG, THEIRS } from './runs';

/** Contradictions drawn, then tensions, each with its claims to be followed; at the end what leads out of the file. */
export function* conflictPieces(model: ReportModel, pick: Picker): Generator<string, void, undefined> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  yield paragraph('Heading1', runs(model.frame.report.sections.conflicts.title)).toString();
  if (contradictions.length + tensions.length === 0 && outside === null) {
    yield paragraph('Normal', runs(model.frame.report.noConflicts)).toString();
  }
  const all = [...conflictsIn(contradictions, 'contradicts', pick, model.frame), ...conflictsIn(tensions, 'tension', pick, model.frame)];
  for (const [at, conflict] of all.entries()) {
    yield picture(conflict, at).toString();
    for (const [place, other] of conflict.others.entries()) {
      const keep = place < conflict.others.length - 1;
      const divides = divideWords(conflict, other);
      const aside = divides === '' ? null : xml`${runs('. ')}${runs(divides, THEIRS)}`;
      const verb = runs(` ${conflict.frame.layout.conflicts[conflict.kind].verb} `);
      yield paragraph('Small', xml`${claimLinks([conflict.middle])}${verb}${claimLinks([other])}${aside}`, { keep }).toString();
    }
  }
  if (outside !== null) yield paragraph('Normal', runs(outside)).toString();
}

function conflictsIn(pairs: readonly ClaimPair[], kind: Conflict, pick: Picker, frame: Frame): readonly Conflicting[] {
  return groupPairs(pairs).flatMap(({ centre, others }) => {
    const [middle] = pick([centre]);
    return middle === undefined ? [] : conflictsOf({ kind, middle, others: pick(others), frame });
  });
}

const INK = '524E46';
const EDGE = 'CDC7B8';
/** More than the shapes of one picture, and than those of the graph and the bar, which come first: each has ids of its own in the file. */
const IDS = 100_000;

function picture(conflict: Conflicting, at: number): Xml {
  const { width, height, cards, lines, signs } = pairBeside(conflict);
  const scale = TEXT_WIDTH / 20 / width;
  const scaled = ({ x, y, width, height }: Box): Box => ({ x: x * scale, y: y * scale, width: width * scale, height: height * scale });
  const drawn = cards.flatMap((card): readonly Shape[] => {
    const { tint, line } = lookOf(card.sourceClass);
    return [
      box(scaled(card), 'FFFFFF', EDGE),
      box(scaled(card.bar), line),
      box(scaled(card.badge), tint),
      ...card.texts.map((text) => toWords(text, scale)),
    ];
  });
  return drawing({
    width: width * scale,
    height: height * scale,
    name: conflict.frame.report.sections.conflicts.title,
    alt: pairSummary(conflict),
    shapes: [...lines.map((line) => box(scaled(line), INK)), ...drawn, ...signs.map((sign) => toWords(sign, scale))],
    first: (at + 1) * IDS,
  });
}

/** Pixels from a line's baseline to the middle of its letters, and how high its place is. */
const [RISE, SIGN_RISE, ROOM] = [5, 10, 24];

function toWords({ text, x, y, look, at, rtl, room }: PictureText, scale: number): Shape {
  const left = at === 'middle' ? x - room / 2 : rtl ? x - room : x;
  const place = {
    x: left * scale,
    y: (y - (look === 'sign' ? SIGN_RISE : RISE) - ROOM / 2) * scale,
    width: room * scale,
    height: ROOM * scale,
  };
  const isStrong = look === 'badge' || look === 'name' || look === 'sign';
  const style = look === 'sign' ? 'PictureSign' : at === 'middle' ? 'PictureMiddle' : 'Picture';
  return words(place, paragraph(style, runs(text, { ...(isStrong ? STRONG : {}), foreign: true, rtl }), { rtl }));
}
