import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import { type ClassTally, unstatedRelays } from '@/lib/provenance/label';
import { REPORT_KIND_LABELS, type ReportModel } from '@/lib/report/model';
import { hasPart } from '@/lib/report/parts';
import { classId } from '../html-parts';
import { figureId } from '../html-speakers';
import { FACTS, IN_HEADLINE, keyFigures, notAReport, nothingCounted, plainHeadline } from '../report-words';
import { deepestWords, headline } from '../sourcing-words';
import { toCountText, toDayText, toNumberText, toPercentText } from '../wording';
import type { Element } from './canvas';
import { houseLine } from './house';
import { INK, INK_2, INK_3, lookOf, RULE } from './palette';
import type { Link, Run } from './paragraph';
import { classRun, isolated } from './runs';
import { CONTENT_WIDTH, gap, MAIN_WIDTH, PAGE, run, type Sheet, SIDE, type Strip } from './sheet';

/** The first page: masthead, the finding in one line, the label in sentences, three figures, the facts. */
export function opening(sheet: Sheet, root: Element, model: ReportModel): void {
  sheet.ensure(400);
  masthead(sheet, root, model);
  const left = sheet.element(root, 'Sect');
  const right = sheet.element(root, 'Sect');
  const top = sheet.y;
  const x = PAGE.left + MAIN_WIDTH + SIDE.gap;
  if (hasPart(model, 'label')) factsBox(sheet, right, model, x);
  const below = sheet.y;
  sheet.y = top;
  sheet.flow([{ x: PAGE.left, strips: finding(sheet, left, model) }]);
  // A title of many lines goes on on the next page; the facts stay on the first.
  if (sheet.y > top) sheet.y = Math.max(sheet.y, below);
  left.end();
  right.end();
}

function masthead(sheet: Sheet, root: Element, model: ReportModel): void {
  const { kind, statuses, generatedAt } = model;
  const { canvas } = sheet;
  const house = houseLine(sheet, root, model);
  const line = sheet.element(root, 'P');
  const y = PAGE.top + house + 12;
  const small = { face: 'regular', size: 8, colour: INK_2 } as const;
  let [hear, say] = [0, 0];
  canvas.tagged(line, 'P', () => {
    hear = canvas.words('Hear', PAGE.left, y, { face: 'regular', size: 14.3, colour: INK });
    say = canvas.words('say', PAGE.left + hear, y, { face: 'regular', size: 14.3, colour: INK });
    canvas.words(REPORT_KIND_LABELS[kind], PAGE.width / 2, y, small, 'centre');
    canvas.words(toDayText(generatedAt), PAGE.width - PAGE.right, y, small, 'right');
  });
  canvas.artifact(() => {
    canvas.styled('dashed', lookOf('anonymous').line, PAGE.left + hear, y + 3.5, say);
    canvas.rule(PAGE.left, y + 10, CONTENT_WIDTH, INK, 0.8);
    canvas.rule(PAGE.left, y + 12, CONTENT_WIDTH, INK, 0.8);
  });
  sheet.y = y + 26;
  if (kind === 'report') return;
  const { head, words } = notAReport(statuses);
  const look = { width: CONTENT_WIDTH, leading: 11.5, after: 8 };
  sheet.flow([{ x: PAGE.left, strips: sheet.paragraph(root, [run(`${head} `, 8.5, 'bold'), run(words, 8.5, 'regular', INK_2)], look) }]);
}

function finding(sheet: Sheet, parent: Element, model: ReportModel): readonly Strip[] {
  const { article, sourcing } = model;
  const nothing = nothingCounted(model);
  const topic = article.topic === '' ? [] : [run(` · Topic: ${isolated(article.topic)}`, 8, 'regular', INK_2)];
  const labelled = hasPart(model, 'label');
  // Without the box beside it there is the whole page.
  const width = labelled ? MAIN_WIDTH : CONTENT_WIDTH;
  const head = nothing !== null ? [nothing.head] : labelled ? headline(sourcing.label) : [plainHeadline(model)];
  const said: readonly Run[] = nothing !== null ? [run(nothing.words, 10.9)] : labelled ? sentences(model) : [];
  return [
    ...sheet.paragraph(parent, [run('On the article', 8, 'regular', INK_2), ...topic], { width, leading: 12 }),
    ...sheet.paragraph(parent, [run(article.title, 10.9, 'italic')], { width, leading: 14.3, lang: 'und', after: 6 }),
    ...sheet.paragraph(parent, [run(head.join('\n'), 25)], { width, leading: 29.5, type: 'H1', after: 6 }),
    ...(said.length === 0 ? [] : sheet.paragraph(parent, said, { width, leading: 15.8, after: 12 })),
    ...(nothing === null && labelled ? figures(sheet, parent, model) : []),
  ];
}

function sentences({ sourcing }: ReportModel): readonly Run[] {
  return sourcing.sentences.flatMap(({ about, parts }, place) =>
    IN_HEADLINE.includes(about)
      ? []
      : [
          ...parts.map(({ text, claimIds }) => {
            const link: Link | null = claimIds === null ? null : { to: figureId(about, place), name: 'To the claims that this counts' };
            return { ...run(isolated(text), 10.9), link, dashed: link !== null };
          }),
          run(' ', 10.9),
        ],
  );
}

/** Up to three figures side by side, as one strip: they are a few lines high. */
function figures(sheet: Sheet, parent: Element, { sourcing }: ReportModel): readonly Strip[] {
  const all = keyFigures(sourcing.label);
  if (all.length === 0) return [];
  const width = (MAIN_WIDTH - 2 * 12) / 3;
  const columns = all.map(({ count, of, before, name, after, about }) => {
    const place = sourcing.sentences.findIndex((sentence) => sentence.about === about);
    const link = { to: figureId(about, place), name: 'To the claims that this counts' };
    const whole = of === null ? [] : [run(` of ${toNumberText(of)}`, 10.5, 'regular', INK_2)];
    return [
      ...sheet.paragraph(parent, [{ ...run(toNumberText(count), 18), link }, ...whole], { width, leading: 23 }),
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
  const { kind, revision, counts, sourcing } = model;
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
    const line = sheet.element(table, 'TR');
    const [head] = sheet.paragraph(line, [run(words, size, bold ? 'bold' : 'regular')], {
      width: inner - indent,
      leading: size * 1.4,
      type: 'TH',
    });
    const right = { ...run(figure, size, 'bold'), link };
    const [set] = sheet.set([right], inner);
    const cell = sheet.element(line, 'TD');
    return {
      height: size * 1.4 + 1,
      draw: (_, y) => {
        head?.draw(left + indent, y);
        if (set !== undefined) canvas.line(set, left + inner - set.width, y + size * 1.4 * 0.72, set.width, cell);
        cell.end();
        line.end();
      },
    };
  };
  const first = kind === 'report' ? `${toNumberText(claims)} approved` : '';
  const relays = unstatedRelays(label);
  const relay =
    relays.silent.length === 0
      ? []
      : [row(FACTS.relay, `${toNumberText(relays.silent.length)} of ${toNumberText(relays.claimIds.length)}`)];
  const states =
    kind === 'report'
      ? []
      : CLAIM_STATES.filter((state) => counts.byState[state] > 0).map((state) =>
          row(`${CLAIM_STATE_LABELS[state]}${state === 'rejected' ? ' (not counted above)' : ''}`, toNumberText(counts.byState[state])),
        );
  const strips: readonly Strip[] = [
    gap(6),
    ...sheet.paragraph(parent, [run(FACTS.title, 16.5)], { width: inner, leading: 21, type: 'H2' }),
    rule(0.7),
    row(`${toCountText(claims, 'claim')} in ${toCountText(revision.words, 'word')}`, first),
    rule(5),
    row(FACTS.origins, toNumberText(label.origins.atMost), { size: 9.5, bold: true, link: { to: 'origins', name: 'To the origins' } }),
    row(FACTS.attested, toNumberText(label.origins.attested), { indent: 8 }),
    row(FACTS.attributions, toNumberText(label.attributions.length), { indent: 8 }),
    rule(3),
    ...(claims === 0 ? [] : [composition(sheet, parent, label.classes, left, inner)]),
    ...label.classes.flatMap((tally, index) => [...(index === 0 ? [] : [rule(0.4)]), classRow(sheet, table, tally, left, inner)]),
    rule(3),
    row(FACTS.deepest, deepestWords(label)),
    ...relay,
    row(FACTS.contradictions, toNumberText(label.contradictions.length), { link: { to: 'conflicts', name: 'To the contradictions' } }),
    ...states,
    rule(3),
    ...sheet.paragraph(parent, [run(FACTS.fine, 6.8, 'regular', INK_2)], { width: inner, leading: 9 }),
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

/** The bar of the classes: their letters and lines, as wide as they have claims. */
function composition(sheet: Sheet, parent: Element, classes: readonly ClassTally[], left: number, inner: number): Strip {
  const { canvas } = sheet;
  const present = classes.filter(({ claimIds }) => claimIds.length > 0);
  const total = present.reduce((sum, { claimIds }) => sum + claimIds.length, 0);
  const alt = present
    .map(({ sourceClass, claimIds }) => `${SOURCE_CLASS_FACTS[sourceClass].label}: ${toCountText(claimIds.length, 'claim')}`)
    .join('; ');
  return {
    height: 28,
    draw: (_, y) =>
      canvas.figure(parent, alt, [left, y + 2, inner, 22], () => {
        let x = left;
        for (const { sourceClass, claimIds } of present) {
          const width = ((inner - (present.length - 1) * 1.5) * claimIds.length) / total;
          const { tint, line, style, letter } = lookOf(sourceClass);
          canvas.box(x, y + 2, width, 22, tint);
          canvas.styled(style, line, x, y + 20.5, width);
          if (width > 9) canvas.words(letter, x + width / 2, y + 13.5, { face: 'bold', size: 7.5, colour: INK }, 'centre');
          x += width + 1.5;
        }
      }),
  };
}

function classRow(sheet: Sheet, table: Element, { sourceClass, claimIds, share }: ClassTally, left: number, inner: number): Strip {
  const { canvas } = sheet;
  const colour = claimIds.length === 0 ? INK_3 : INK;
  const line = sheet.element(table, 'TR');
  const link = claimIds.length === 0 ? null : { to: classId(sourceClass), name: 'To the claims of this class' };
  const name = { ...run(` ${SOURCE_CLASS_FACTS[sourceClass].label}`, 8.2, 'regular', colour), link };
  const [head] = sheet.paragraph(line, [classRun(sourceClass, 7), name], { width: inner, leading: 14, type: 'TH' });
  const cells = [
    { words: toNumberText(claimIds.length), right: left + inner - 30, face: 'regular' },
    { words: toPercentText(share.defined ? share.value : null), right: left + inner, face: 'bold' },
  ] as const;
  const { style, line: ink } = lookOf(sourceClass);
  const drawn = cells.map((cell) => ({
    ...cell,
    element: sheet.element(line, 'TD'),
    set: sheet.set([run(cell.words, 8.2, cell.face, colour)], inner)[0],
  }));
  return {
    height: 14,
    draw: (_, y) => {
      head?.draw(left, y);
      canvas.artifact(() => canvas.styled(style, ink, left + inner - 76, y + 7.5, 18));
      for (const { set, right, element } of drawn) {
        if (set !== undefined) canvas.line(set, right - set.width, y + 14 * 0.72, set.width, element);
        element.end();
      }
      line.end();
    },
  };
}
