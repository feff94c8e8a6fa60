import type { Frame } from '@/lib/frame/frame';
import type { ClaimPair } from '@/lib/provenance/label';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import {
  type Conflict,
  type Conflicting,
  conflictsOf,
  divideWords,
  type PictureText,
  pairBeside,
  pairSummary,
  TEXT_SIZES,
  type TextLook,
} from '../pair-picture';
import { groupPairs } from '../pairs';
import { outsideWords } from '../sourcing-words';
import type { Canvas, Element } from './canvas';
import type { Face } from './fonts';
import { INK, INK_2, INK_3, lookOf, RED, RULE } from './palette';
import type { Run } from './paragraph';
import { badgeRun, isolated, toEntry } from './runs';
import { CONTENT_WIDTH, PAGE, run, type Sheet } from './sheet';
import { say } from './sourcing';

/** What does not fit: contradictions drawn, then tensions, each with its claims to be followed; at the end how many relations lead out of the report. */
export function* conflicts(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  if (contradictions.length + tensions.length === 0 && outside === null)
    return say(sheet, parent, [run(model.frame.report.noConflicts, 9)]);
  yield* pairs(sheet, parent, contradictions, { kind: 'contradicts', pick, frame: model.frame });
  yield* pairs(sheet, parent, tensions, { kind: 'tension', pick, frame: model.frame });
  if (outside !== null) say(sheet, parent, [run(outside, 8.5, 'regular', INK_2)]);
}

type Pairing = { readonly kind: Conflict; readonly pick: Picker; readonly frame: Frame };

function* pairs(sheet: Sheet, parent: Element, all: readonly ClaimPair[], { kind, pick, frame }: Pairing): Generator<void> {
  for (const { centre, others } of groupPairs(all)) {
    const [middle] = pick([centre]);
    if (middle === undefined) continue;
    for (const conflict of conflictsOf({ kind, middle, others: pick(others), frame })) {
      picture(sheet, parent, conflict);
      for (const other of conflict.others) say(sheet, parent, pairRuns(conflict, other), { after: 2 });
      sheet.y += 12;
      yield;
    }
  }
}

/** Height of the first line under a picture, which stands on its page. */
const CAPTION = 16;

function picture(sheet: Sheet, parent: Element, conflict: Conflicting): void {
  const { canvas } = sheet;
  const { width, height, cards, lines, signs } = pairBeside(conflict);
  const scale = CONTENT_WIDTH / width;
  sheet.ensure(height * scale + CAPTION);
  const [left, top] = [PAGE.left, sheet.y];
  const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }, fill: string | null, edge?: string) =>
    canvas.box(left + x * scale, top + y * scale, width * scale, height * scale, fill, edge);
  canvas.figure(parent, pairSummary(conflict), [left, top, CONTENT_WIDTH, height * scale], () => {
    for (const line of lines) box(line, INK_3);
    for (const card of cards) {
      const { tint, line } = lookOf(card.sourceClass);
      box(card, null, RULE);
      box(card.bar, line);
      box(card.badge, tint);
      for (const text of card.texts) words(canvas, text, { left, top, scale });
    }
    for (const sign of signs) words(canvas, sign, { left, top, scale });
  });
  sheet.y += height * scale + 4;
}

const LOOKS: Readonly<Record<TextLook, { readonly face: Face; readonly colour: string }>> = {
  badge: { face: 'bold', colour: INK },
  name: { face: 'bold', colour: INK },
  class: { face: 'regular', colour: INK_2 },
  quote: { face: 'regular', colour: INK },
  sign: { face: 'bold', colour: RED },
  word: { face: 'regular', colour: INK_2 },
};

function words(
  canvas: Canvas,
  { text, x, y, look, at, rtl }: PictureText,
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): void {
  const align = at === 'middle' ? 'centre' : rtl ? 'right' : 'left';
  canvas.words(text, left + x * scale, top + y * scale, { ...LOOKS[look], size: TEXT_SIZES[look] * scale }, align);
}

function pairRuns(conflict: Conflicting, other: ReportClaim): readonly Run[] {
  const badge = (claim: ReportClaim) => badgeRun(claim, 6.5, toEntry(claim, conflict.frame), conflict.frame);
  const divides = divideWords(conflict, other);
  return [
    badge(conflict.middle),
    run(` ${conflict.frame.layout.conflicts[conflict.kind].verb} `, 8.2, 'regular', INK_2),
    badge(other),
    ...(divides === '' ? [] : [run(`. ${isolated(divides)}`, 8.2, 'regular', INK_2)]),
  ];
}
