import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { Frame } from '@/lib/frame/frame';
import { type ClassTally, unstatedRelays } from '@/lib/provenance/label';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';
import { compositionPicture, compositionSummary, LINE_HEIGHT, toClassCounts } from '../composition-picture';
import { type Xml, xml } from '../office/xml';
import { IN_HEADLINE, notAReport } from '../report-words';
import { deepestWords, headline } from '../sourcing-words';
import { paragraph, TEXT_WIDTH, tableEnd, tableRow, tableStart } from './blocks';
import { classStyle, lookOf, tintOf } from './class-look';
import { isRtl } from './direction';
import { box, drawing, outline, type Shape, words } from './drawing';
import { housePieces } from './house';
import { OURS, runs, STRONG, THEIRS } from './runs';

/** What kind of file it is and its title; `notice` is said loud after “Not a report.” of a working copy. */
export function* headPieces(model: ReportModel, label: string, notice: string): Generator<string, void, undefined> {
  const { kind, desk, article, generatedAt, frame } = model;
  const rtl = isRtl(article.title);
  yield* housePieces(model);
  yield paragraph(
    'Kicker',
    xml`${runs(label, STRONG)}${runs(frame.layout.byDesk)}${runs(desk.name, THEIRS)}${runs(`, ${frame.counts.time(generatedAt)}`)}`,
  ).toString();
  yield paragraph('Title', runs(article.title, { foreign: true, rtl }), { rtl }).toString();
  if (article.topic !== '')
    yield paragraph('Kicker', xml`${runs(`${frame.layout.terms.topic}: `)}${runs(article.topic, THEIRS)}`).toString();
  if (kind === 'working_copy') yield paragraph('Notice', runs(`${notAReport(model).head} ${notice}`)).toString();
}

/** The sourcing label: sentences, composition, figures. */
export function* labelPieces(model: ReportModel): Generator<string, void, undefined> {
  const { kind, counts, sourcing, revision, frame } = model;
  const { report } = frame;
  const { label, sentences } = sourcing;
  if (counts.claims === 0) {
    yield paragraph('Finding', runs(report.nothing[kind])).toString();
    return;
  }
  yield paragraph('Finding', runs(label.claimIds.length === 0 ? report.nothing.noneCounts : headline(label, frame).join(' '))).toString();
  const said = sentences.filter(({ about }) => !IN_HEADLINE.includes(about));
  for (const sentence of said) yield paragraph('ListBullet', runs(sentenceText(sentence), THEIRS)).toString();
  yield paragraph('Heading1', runs(report.facts.title)).toString();
  const held = `${frame.counts.claimsInWords(label.claimIds.length, revision.words)}.`;
  const rejected = counts.byState.rejected === 0 ? '' : ` ${report.rejectedNotCounted}`;
  yield paragraph('Normal', runs(`${held}${rejected}`)).toString();
  if (label.claimIds.length > 0) yield toBar(label.classes, frame).toString();
  yield toClasses(label.classes, frame).toString();
  yield toFigures(model).toString();
  yield paragraph('Small', runs(report.facts.fine)).toString();
}

/** Points for a pixel of the bar. */
const BAR_SCALE = 0.75;
/** After the logo's id, before those of the other pictures. */
const BAR_ID = 2;

function toBar(classes: readonly ClassTally[], frame: Frame): Xml {
  const counts = toClassCounts(classes);
  const { width, height, parts } = compositionPicture(counts, { width: TEXT_WIDTH / 20 / BAR_SCALE, direction: frame.direction });
  const shapes = parts.flatMap(({ sourceClass, line, letter, ...part }): readonly Shape[] => {
    const place = { x: part.x * BAR_SCALE, y: 0, width: part.width * BAR_SCALE, height: height * BAR_SCALE };
    const above = { ...place, height: (height - LINE_HEIGHT) * BAR_SCALE };
    const look = { fill: lookOf(sourceClass).line, line: null, dashed: false };
    return [
      box(place, tintOf(sourceClass)),
      outline(line, { scale: BAR_SCALE, top: 0 }, look),
      words(above, paragraph('PictureLetter', runs(letter.text))),
    ];
  });
  return drawing({
    width: width * BAR_SCALE,
    height: height * BAR_SCALE,
    name: frame.layout.composition.name,
    alt: compositionSummary(counts, frame),
    shapes,
    first: BAR_ID,
  });
}

const CLASS_WIDTHS = [1, 5, 3, 2, 2];

function toClasses(classes: readonly ClassTally[], { layout, attribution, counts }: Frame): Xml {
  const { columns } = layout;
  const rows = classes.map(({ sourceClass, claimIds, share }) => {
    const { letter } = SOURCE_CLASS_FACTS[sourceClass];
    const texts = [
      runs(letter, STRONG),
      runs(attribution.classes[sourceClass]),
      runs(layout.wordsLikeThese, { style: classStyle(sourceClass) }),
      runs(counts.number(claimIds.length)),
      runs(counts.percent(share.defined ? share.value : null)),
    ];
    return tableRow(
      CLASS_WIDTHS,
      texts.map((content) => ({ content: paragraph('Cell', content) })),
    );
  });
  return xml`${tableStart(layout.tables.classes, CLASS_WIDTHS, ['', columns.class, columns.inTheText, columns.claims, columns.share])}${rows}${tableEnd()}`;
}

const FIGURE_WIDTHS = [8, 5];

function toFigures({ sourcing: { label }, frame }: ReportModel): Xml {
  const { facts } = frame.report;
  const { number, of } = frame.counts;
  const { claimIds, silent } = unstatedRelays(label);
  const figures: readonly (readonly [string, string])[] = [
    [facts.origins, number(label.origins.atMost)],
    [facts.attested, number(label.origins.attested)],
    [facts.attributions, number(label.attributions.length)],
    [facts.deepest, deepestWords(label, frame)],
    ...(silent.length === 0 ? [] : [[facts.relay, of(silent.length, claimIds.length)] as const]),
    [facts.contradictions, number(label.contradictions.length)],
  ];
  const rows = figures.map(([term, value], at) =>
    tableRow(FIGURE_WIDTHS, [
      { content: paragraph('Cell', runs(term, at === 0 ? STRONG : OURS)) },
      { content: paragraph('Cell', runs(value, STRONG)) },
    ]),
  );
  return xml`${tableStart(frame.layout.tables.figures, FIGURE_WIDTHS, null)}${rows}${tableEnd()}`;
}
