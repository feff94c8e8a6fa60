import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import type { Frame } from '@/lib/frame/frame';
import { type AnnotatedBlock, annotatedBlocks, type Piece } from '@/lib/report/annotated-text';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { textId } from '../html-parts';
import { toExcerpt } from '../wording';
import type { Element } from './canvas';
import { INK_2, RED } from './palette';
import type { Run } from './paragraph';
import { badgeRun, classRun, glossRuns, toEntry } from './runs';
import { CONTENT_WIDTH, MAIN_WIDTH, PAGE, run, type Sheet, SIDE, type Strip } from './sheet';

/** As long as beside the text of the HTML report, in UTF-16 units. */
const GLOSS_LENGTH = 80;

/** A paragraph has a few notes; an article that is one paragraph has all. */
const NOTES_A_STEP = 20;
const PIECES_A_STEP = 1_000;

function legend(sheet: Sheet, parent: Element, { attribution }: Frame): void {
  const runs = SOURCE_CLASSES.flatMap((sourceClass) => [
    classRun(sourceClass, 6.5),
    run(`${attribution.classes[sourceClass]}   `.replaceAll(' ', '\u00a0'), 7.5, 'regular', INK_2),
    run(' ', 7.5),
  ]);
  sheet.flow([{ x: PAGE.left, strips: sheet.paragraph(parent, runs, { width: CONTENT_WIDTH, leading: 12, after: 6 }) }]);
}

/** The signs of the classes, then the article, block by block, each with the claims that begin in it beside it. Yields after each block, and in long ones. */
export function* articleText(sheet: Sheet, parent: Element, model: ReportModel): Generator<void> {
  const { frame } = model;
  legend(sheet, parent, frame);
  for (const block of annotatedBlocks(model)) {
    // To cut a whole article that is one paragraph is a turn of its own.
    if (block.pieces.length > PIECES_A_STEP) yield;
    const isTitle = block.kind === 'title';
    const [size, leading] = isTitle ? [14.3, 21] : [10.1, 16.5];
    const runs = block.pieces.flatMap((piece) => toRuns(piece, size, isTitle, frame));
    const text = yield* sheet.paragraphSteps(parent, runs, {
      width: MAIN_WIDTH,
      leading,
      type: isTitle ? 'H3' : 'P',
      lang: 'und',
      after: 7,
    });
    const begun = claimsOf(block);
    const notes = begun.length === 0 ? null : sheet.element(parent, 'L');
    const beside: Strip[] = [];
    for (const [at, claim] of begun.entries()) {
      if (notes !== null) beside.push(...note(sheet, notes, claim, frame));
      if (at % NOTES_A_STEP === NOTES_A_STEP - 1) yield;
    }
    sheet.ensure(leading * Math.min(3, text.length));
    yield* sheet.flowSteps([
      { x: PAGE.left, strips: text },
      { x: PAGE.left + MAIN_WIDTH + SIDE.gap, strips: beside },
    ]);
    notes?.end();
    yield;
  }
}

function claimsOf({ pieces }: AnnotatedBlock): readonly ReportClaim[] {
  return pieces.flatMap(({ opens }) => opens.filter(({ part }) => part === 0).map(({ claim }) => claim));
}

function toRuns({ text, marks, opens }: Piece, size: number, isTitle: boolean, frame: Frame): readonly Run[] {
  const badges = opens.map(({ claim, part }) => ({
    ...badgeRun(claim, isTitle ? 7 : 6.2, toEntry(claim, frame), frame, textId(claim, part)),
    marks,
  }));
  return [...badges, { ...run(text.replaceAll('\n', ' '), size), marks }];
}

/** A claim beside the text: its badge, its chain in few words, what it contradicts, its state where it is not approved, its note cut short. */
function note(sheet: Sheet, list: Element, claim: ReportClaim, frame: Frame): readonly Strip[] {
  const against = claim.sourcing.related.flatMap(({ kind, number }) => (kind === 'contradicts' && number !== null ? `C${number}` : []));
  const words: readonly Run[] = [
    ...glossRuns(claim.chain, 7.5, frame),
    run('.', 7.5),
    ...(against.length === 0 ? [] : [run(` ≠ ${against.join(', ')}.`, 7.5, 'bold', RED)]),
    ...(claim.state === 'approved' ? [] : [run(` ${frame.claims.states[claim.state]}.`, 7.5, 'italic')]),
    ...(claim.note === '' ? [] : [run(` ${toExcerpt(claim.note, GLOSS_LENGTH)}`, 7.5, 'regular', INK_2)]),
  ];
  const item = sheet.element(list, 'LI');
  const [label] = sheet.paragraph(item, [badgeRun(claim, 6.5, toEntry(claim, frame), frame)], { width: 40, leading: 10.2, type: 'Lbl' });
  const body = sheet.paragraph(item, words, { width: SIDE.width - 32, leading: 10.2, type: 'LBody' });
  return body.map((strip, index) => ({
    height: strip.height + (index === body.length - 1 ? 3 : 0),
    draw: (x: number, y: number) => {
      if (index === 0) label?.draw(x, y);
      strip.draw(x + 32, y);
      if (index === body.length - 1) item.end();
    },
  }));
}
