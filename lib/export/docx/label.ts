import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { type ClassTally, unstatedRelays } from '@/lib/provenance/label';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';
import { type Xml, xml } from '../office/xml';
import { FACTS, IN_HEADLINE, notAReport } from '../report-words';
import { deepestWords, headline } from '../sourcing-words';
import { toCountText, toNumberText, toPercentText, toTimeText } from '../wording';
import { paragraph, tableEnd, tableRow, tableStart } from './blocks';
import { classStyle, lookOf } from './class-look';
import { isRtl } from './direction';
import { housePieces } from './house';
import { OURS, runs, STRONG, THEIRS } from './runs';

/** What kind of file it is and its title; `notice` is said loud after “Not a report.” of a working copy. */
export function* headPieces(model: ReportModel, label: string, notice: string): Generator<string, void, undefined> {
  const { kind, desk, article, generatedAt } = model;
  const rtl = isRtl(article.title);
  yield* housePieces(model);
  yield paragraph(
    'Kicker',
    xml`${runs(label, STRONG)}${runs(' by ')}${runs(desk.name, THEIRS)}${runs(`, ${toTimeText(generatedAt)}`)}`,
  ).toString();
  yield paragraph('Title', runs(article.title, { foreign: true, rtl }), { rtl }).toString();
  if (article.topic !== '') yield paragraph('Kicker', xml`${runs('Topic: ')}${runs(article.topic, THEIRS)}`).toString();
  if (kind === 'working_copy') yield paragraph('Notice', runs(`${notAReport(model.statuses).head} ${notice}`)).toString();
}

/** The sourcing label: sentences, composition, figures. */
export function* labelPieces(model: ReportModel): Generator<string, void, undefined> {
  const { kind, counts, sourcing, revision } = model;
  const { label, sentences } = sourcing;
  if (counts.claims === 0) {
    yield paragraph('Finding', runs(kind === 'report' ? 'No approved claims yet.' : 'No claims in these states.')).toString();
    return;
  }
  yield paragraph('Finding', runs(label.claimIds.length === 0 ? 'No claim that counts.' : headline(label).join(' '))).toString();
  const said = sentences.filter(({ about }) => !IN_HEADLINE.includes(about));
  for (const sentence of said) yield paragraph('ListBullet', runs(sentenceText(sentence), THEIRS)).toString();
  yield paragraph('Heading1', runs('Sourcing facts')).toString();
  const held = `${toCountText(label.claimIds.length, 'claim')} in ${toCountText(revision.words, 'word')}.`;
  const rejected = counts.byState.rejected === 0 ? '' : ' Rejected claims are not counted.';
  yield paragraph('Normal', runs(`${held}${rejected}`)).toString();
  if (label.claimIds.length > 0) yield toBar(label.classes).toString();
  yield toClasses(label.classes).toString();
  yield toFigures(model).toString();
  yield paragraph('Small', runs(FACTS.fine)).toString();
}

/** The composition as one row, each class as wide as its share; never told by colour alone, and told again in the table below. */
function toBar(classes: readonly ClassTally[]): Xml {
  const present = classes.filter(({ claimIds }) => claimIds.length > 0);
  const most = Math.max(...present.map(({ claimIds }) => claimIds.length));
  // So that a letter fits into the narrowest.
  const widths = present.map(({ claimIds }) => Math.max(claimIds.length, most / 12));
  const cells = present.map(({ sourceClass }) => ({
    content: paragraph('Cell', runs(SOURCE_CLASS_FACTS[sourceClass].letter, STRONG)),
    fill: lookOf(sourceClass).tint,
  }));
  return xml`${tableStart('Composition by class of source', widths, null)}${tableRow(widths, cells)}${tableEnd()}`;
}

const CLASS_WIDTHS = [1, 5, 3, 2, 2];

function toClasses(classes: readonly ClassTally[]): Xml {
  const rows = classes.map(({ sourceClass, claimIds, share }) => {
    const { letter, label } = SOURCE_CLASS_FACTS[sourceClass];
    const texts = [
      runs(letter, STRONG),
      runs(label),
      runs('words like these', { style: classStyle(sourceClass) }),
      runs(toNumberText(claimIds.length)),
      runs(toPercentText(share.defined ? share.value : null)),
    ];
    return tableRow(
      CLASS_WIDTHS,
      texts.map((content) => ({ content: paragraph('Cell', content) })),
    );
  });
  return xml`${tableStart('Claims by class of source', CLASS_WIDTHS, ['', 'Class', 'In the text', 'Claims', 'Share'])}${rows}${tableEnd()}`;
}

const FIGURE_WIDTHS = [8, 5];

function toFigures({ sourcing: { label } }: ReportModel): Xml {
  const { claimIds, silent } = unstatedRelays(label);
  const figures: readonly (readonly [string, string])[] = [
    ['Origins, at most', toNumberText(label.origins.atMost)],
    ['attested to be independent', toNumberText(label.origins.attested)],
    ['attributions in the text', toNumberText(label.attributions.length)],
    ['Deepest chain', deepestWords(label)],
    ...(silent.length === 0
      ? []
      : [['Relay not stated where it is used', `${toNumberText(silent.length)} of ${toNumberText(claimIds.length)}`] as const]),
    ['Contradictions', toNumberText(label.contradictions.length)],
  ];
  const rows = figures.map(([term, value], at) =>
    tableRow(FIGURE_WIDTHS, [
      { content: paragraph('Cell', runs(term, at === 0 ? STRONG : OURS)) },
      { content: paragraph('Cell', runs(value, STRONG)) },
    ]),
  );
  return xml`${tableStart('Figures of the sourcing label', FIGURE_WIDTHS, null)}${rows}${tableEnd()}`;
}
