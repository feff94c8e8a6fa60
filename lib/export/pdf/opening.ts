import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Frame } from '@/lib/frame/frame';
import { atOnce } from '@/lib/kernel/pause';
import { type ClassTally, unstatedRelays } from '@/lib/provenance/label';
import type { ReportModel } from '@/lib/report/model';
import { hasPart } from '@/lib/report/parts';
import { compositionPicture, compositionSummary, LETTER_SIZE, toClassCounts } from '../composition-picture';
import { classId } from '../html-parts';
import { figureId } from '../html-speakers';
import { IN_HEADLINE, keyFigures, notAReport, nothingCounted, plainHeadline } from '../report-words';
import { deepestWords, headline } from '../sourcing-words';
import type { Element } from './canvas';
import { houseLine } from './house';
import { INK, INK_2, INK_3, lookOf, RULE } from './palette';
import type { Link, Run } from './paragraph';
import { classRun, isolated } from './runs';
import { CONTENT_WIDTH, gap, MAIN_WIDTH, PAGE, run, type Sheet, SIDE, type Strip } from './sheet';

/** Between words of the box of facts and what stands beside them; where the line of a class begins, from the other end of its row. */
const FIGURE_GAP = 4;
const LINE_FROM_END = 76;

/** The first page: masthead, the finding in one line, the label in sentences, three figures, the facts. Yields in between: the first words of a process wait for the fonts. */
export function* opening(sheet: Sheet, root: Element, model: ReportModel): Generator<void> {
  sheet.ensure(400);
  masthead(sheet, root, model);
  yield;
  const left = sheet.element(root, 'Sect');
  const right = sheet.element(root, 'Sect');
  const top = sheet.y;
  const x = PAGE.left + MAIN_WIDTH + SIDE.gap;
  if (hasPart(model, 'label')) factsBox(sheet, right, model, x);
  yield;
  const below = sheet.y;
  sheet.y = top;
  sheet.flow([{ x: PAGE.left, strips: finding(sheet, left, model) }]);
  // A title of many lines goes on on the next page; the facts stay on the first.
  if (sheet.y > top) sheet.y = Math.max(sheet.y, below);
  left.end();
  right.end();
}

function masthead(sheet: Sheet, root: Element, model: ReportModel): void {
  const { kind, generatedAt, frame } = model;
  const { canvas } = sheet;
  const house = houseLine(sheet, root, model);
  const line = sheet.element(root, 'P');
  const y = PAGE.top + house + 12;
  const small = { face: 'regular', size: 8, colour: INK_2 } as const;
  let [hear, say] = [0, 0];
  canvas.tagged(line, 'P', () => {
    hear = canvas.words('Hear', PAGE.left, y, { face: 'regular', size: 14.3, colour: INK });
    say = canvas.words('say', PAGE.left + hear, y, { face: 'regular', size: 14.3, colour: INK });
    canvas.words(frame.report.kinds[kind], PAGE.width / 2, y, small, 'centre');
    canvas.words(frame.counts.day(generatedAt), PAGE.width - PAGE.right, y, small, 'right');
  });
  canvas.artifact(() => {
    canvas.styled('dashed', lookOf('anonymous').line, PAGE.left + hear, y + 3.5, say);
    canvas.rule(PAGE.left, y + 10, CONTENT_WIDTH, INK, 0.8);
    canvas.rule(PAGE.left, y + 12, CONTENT_WIDTH, INK, 0.8);
  });
  sheet.y = y + 26;
  if (kind === 'report') return;
  const { head, words } = notAReport(model);
  const look = { width: CONTENT_WIDTH, leading: 11.5, after: 8 };
  sheet.flow([{ x: PAGE.left, strips: sheet.paragraph(root, [run(`${head} `, 8.5, 'bold'), run(words, 8.5, 'regular', INK_2)], look) }]);
}

function finding(sheet: Sheet, parent: Element, model: ReportModel): readonly Strip[] {
  const { article, sourcing, frame } = model;
  const nothing = nothingCounted(model);
  const topic = article.topic === '' ? [] : [run(` · ${frame.layout.terms.topic}: ${isolated(article.topic)}`, 8, 'regular', INK_2)];
  const labelled = hasPart(model, 'label');
  // Without the box beside it there is the whole page.
  const width = labelled ? MAIN_WIDTH : CONTENT_WIDTH;
  const head = nothing !== null ? [nothing.head] : labelled ? headline(sourcing.label, frame) : [plainHeadline(model)];
  const said: readonly Run[] = nothing !== null ? [run(nothing.words, 10.9)] : labelled ? sentences(model) : [];
  return [
    ...sheet.paragraph(parent, [run(frame.layout.onTheArticle, 8, 'regular', INK_2), ...topic], { width, leading: 12 }),
    ...sheet.paragraph(parent, [run(article.title, 10.9, 'italic')], { width, leading: 14.3, lang: 'und', after: 6 }),
    ...sheet.paragraph(parent, [run(head.join('\n'), 25)], { width, leading: 29.5, type: 'H1', after: 6 }),
    ...(said.length === 0 ? [] : sheet.paragraph(parent, said, { width, leading: 15.8, after: 12 })),
    ...(nothing === null && labelled ? figures(sheet, parent, model) : []),
  ];
}

function sentences({ sourcing, frame }: ReportModel): readonly Run[] {
  return sourcing.sentences.flatMap(({ about, parts }, place) =>
    IN_HEADLINE.includes(about)
      ? []
      : [
          ...parts.map(({ text, claimIds }) => {
            const link: Link | null = claimIds === null ? null : { to: figureId(about, place), name: frame.layout.toCounted };
            return { ...run(isolated(text), 10.9), link, dashed: link !== null };
          }),
          run(' ', 10.9),
        ],
  );
}

/** Up to three figures side by side, as one strip: they are a few lines high. */
function figures(sheet: Sheet, parent: Element, { sourcing, frame }: ReportModel): readonly Strip[] {
  const all = keyFigures(sourcing.label, frame);
  if (all.length === 0) return [];
  const width = (MAIN_WIDTH - 2 * 12) / 3;
  const columns = all.map(({ count, of, before, name, after, about }) => {
    const place = sourcing.sentences.findIndex((sentence) => sentence.about === about);
    const link = { to: figureId(about, place), name: frame.layout.toCounted };
    const whole = of === null ? [] : [run(` ${frame.counts.ofAll(of)}`, 10.5, 'regular', INK_2)];
    return [
      ...sheet.paragraph(parent, [{ ...run(frame.counts.number(count), 18), link }, ...whole], { width, leading: 23 }),
      ...sheet.paragraph(parent, [run(`${before}${name === null ? '' : isolated(name)}${after}`, 8.2, 'regular', INK_2)], {
        width,
        leading: 11,
      }),
    ];
  });
  const height = Math.max(...columns.map((strips) => strips.reduce((sum, strip) => sum + strip.height, 0)));
  const draw = (x: number, y: number) => {
    sheet.canvas.artifact(() => sheet.canvas.rule(x, y, MAIN_WIDTH, RULE, 0.6));
    for (const [index, strips] of columns.entries()) {
      let next = y + 7;
      for (const strip of strips) {
        strip.draw(x + index * (width + 12), next);
        next += strip.height;
      }
    }
  };
  return [{ height: height + 16, draw }];
}

/** The sourcing label in its box. Drawn from top to bottom, the frame when its height is known. */
function factsBox(sheet: Sheet, parent: Element, model: ReportModel, x: number): void {
  const { canvas } = sheet;
  const { kind, revision, counts, sourcing, frame } = model;
  const { facts } = frame.report;
  // Words begin on the right then, and figures stand on the left.
  const isRtl = frame.direction === 'rtl';
  const { number } = frame.counts;
  const { label } = sourcing;
  const [inner, left] = [SIDE.width - 16, x + 8];
  const claims = label.claimIds.length;
  const top = sheet.y;
  const rule = (pen: number): Strip => ({
    height: pen + 3,
    draw: (_, y) => canvas.artifact(() => canvas.rule(left, y + pen / 2 + 1, inner, pen < 1 ? RULE : INK, pen)),
  });
  /** Words on the left, a figure on the right: one row of a table of facts. */
  const table = sheet.element(parent, 'Table');
  const row = (words: string, figure: string, look: { size?: number; bold?: boolean; link?: Link; indent?: number } = {}): Strip => {
    const { size = 8.2, bold = false, link = null, indent = 0 } = look;
    const leading = size * 1.4;
    const line = sheet.element(table, 'TR');
    const [set] = atOnce(sheet.set([{ ...run(figure, size, 'bold'), link }], inner));
    const room = inner - indent - (set === undefined ? 0 : set.width + FIGURE_GAP);
    const head = sheet.paragraph(line, [run(words, size, bold ? 'bold' : 'regular')], { width: room, leading, type: 'TH' });
    const cell = sheet.element(line, 'TD');
    return {
      height: head.length * leading + 1,
      draw: (_, y) => {
        const from = isRtl ? left + inner - indent - room : left + indent;
        for (const [at, strip] of head.entries()) strip.draw(from, y + at * leading);
        if (set !== undefined) canvas.line(set, isRtl ? left : left + inner - set.width, y + leading * 0.72, set.width, cell);
        cell.end();
        line.end();
      },
    };
  };
  const first = kind === 'report' ? frame.counts.approved(claims) : '';
  const relays = unstatedRelays(label);
  const relay = relays.silent.length === 0 ? [] : [row(facts.relay, frame.counts.of(relays.silent.length, relays.claimIds.length))];
  const states =
    kind === 'report'
      ? []
      : CLAIM_STATES.filter((state) => counts.byState[state] > 0).map((state) =>
          row(`${frame.claims.states[state]}${state === 'rejected' ? frame.report.notCountedAbove : ''}`, number(counts.byState[state])),
        );
  const strips: readonly Strip[] = [
    gap(6),
    ...sheet.paragraph(parent, [run(facts.title, 16.5)], { width: inner, leading: 21, type: 'H2' }),
    rule(0.7),
    row(frame.counts.claimsInWords(claims, revision.words), first),
    rule(5),
    row(facts.origins, number(label.origins.atMost), { size: 9.5, bold: true, link: { to: 'origins', name: frame.layout.toOrigins } }),
    row(facts.attested, number(label.origins.attested), { indent: 8 }),
    row(facts.attributions, number(label.attributions.length), { indent: 8 }),
    rule(3),
    ...(claims === 0 ? [] : [composition(sheet, parent, model, left, inner)]),
    ...label.classes.flatMap((tally, index) => [
      ...(index === 0 ? [] : [rule(0.4)]),
      classRow(sheet, table, tally, { left, inner, frame }),
    ]),
    rule(3),
    row(facts.deepest, deepestWords(label, frame)),
    ...relay,
    row(facts.contradictions, number(label.contradictions.length), { link: { to: 'conflicts', name: frame.layout.toContradictions } }),
    ...states,
    rule(3),
    ...sheet.paragraph(parent, [run(facts.fine, 6.8, 'regular', INK_2)], { width: inner, leading: 9 }),
  ];
  let y = top;
  for (const strip of strips) {
    strip.draw(left, y);
    y += strip.height;
  }
  table.end();
  canvas.artifact(() => canvas.box(x, top, SIDE.width, y + 6 - top, null, INK, 1));
  sheet.y = y + 6;
}

/** Points for a pixel of the bar. */
const BAR_SCALE = 0.65;

/** The bar of the classes. */
function composition(sheet: Sheet, parent: Element, { sourcing, frame }: ReportModel, left: number, inner: number): Strip {
  const { canvas } = sheet;
  const counts = toClassCounts(sourcing.label.classes);
  const { height, parts } = compositionPicture(counts, { width: inner / BAR_SCALE, direction: frame.direction });
  const paint = (top: number) => {
    for (const { sourceClass, x, width, line, letter } of parts) {
      const { tint, line: ink } = lookOf(sourceClass);
      canvas.box(left + x * BAR_SCALE, top, width * BAR_SCALE, height * BAR_SCALE, tint);
      canvas.path(line, left, top, BAR_SCALE, ink, null, false);
      const look = { face: 'bold', size: LETTER_SIZE * BAR_SCALE, colour: INK } as const;
      canvas.words(letter.text, left + letter.x * BAR_SCALE, top + letter.y * BAR_SCALE, look, 'centre');
    }
  };
  const alt = compositionSummary(counts, frame);
  return {
    height: height * BAR_SCALE + 6,
    draw: (_, y) => canvas.figure(parent, alt, [left, y + 2, inner, height * BAR_SCALE], () => paint(y + 2)),
  };
}

type Column = { readonly left: number; readonly inner: number; readonly frame: Frame };

function classRow(sheet: Sheet, table: Element, { sourceClass, claimIds, share }: ClassTally, { left, inner, frame }: Column): Strip {
  const { canvas } = sheet;
  const colour = claimIds.length === 0 ? INK_3 : INK;
  const line = sheet.element(table, 'TR');
  const link = claimIds.length === 0 ? null : { to: classId(sourceClass), name: frame.layout.toClass };
  const name = { ...run(` ${frame.attribution.classes[sourceClass]}`, 8.2, 'regular', colour), link };
  const room = inner - LINE_FROM_END - FIGURE_GAP;
  const head = sheet.paragraph(line, [classRun(sourceClass, 7), name], { width: room, leading: 14, type: 'TH' });
  const cells = [
    { words: frame.counts.number(claimIds.length), right: left + inner - 30, face: 'regular' },
    { words: frame.counts.percent(share.defined ? share.value : null), right: left + inner, face: 'bold' },
  ] as const;
  const { style, line: ink } = lookOf(sourceClass);
  const isRtl = frame.direction === 'rtl';
  const drawn = cells.map((cell) => ({
    ...cell,
    element: sheet.element(line, 'TD'),
    set: atOnce(sheet.set([run(cell.words, 8.2, cell.face, colour)], inner))[0],
  }));
  return {
    height: head.length * 14,
    draw: (_, y) => {
      for (const [at, strip] of head.entries()) strip.draw(isRtl ? left + inner - room : left, y + at * 14);
      canvas.artifact(() => canvas.styled(style, ink, isRtl ? left + LINE_FROM_END - 18 : left + inner - LINE_FROM_END, y + 7.5, 18));
      for (const { set, right, element } of drawn) {
        if (set !== undefined)
          canvas.line(set, isRtl ? left + (left + inner - right) : right - set.width, y + 14 * 0.72, set.width, element);
        element.end();
      }
      line.end();
    },
  };
}
