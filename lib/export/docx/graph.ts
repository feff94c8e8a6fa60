import { nameWords } from '@/lib/attribution/link-name';
import type { Frame } from '@/lib/frame/frame';
import { nodeNotes } from '@/lib/provenance/graph-words';
import type { ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { isOutlined, MARGIN, scaleOf, toSummary } from '../graph-picture';
import type { Xml } from '../office/xml';
import { type WayEnd, waysOf } from '../ways';
import { toExcerpt } from '../wording';
import { paragraph, TEXT_WIDTH, tableEnd, tableRow, tableStart } from './blocks';
import { claimLinks, named } from './claim-names';
import { lookOf } from './class-look';
import { box, drawing, outline, type Shape, words } from './drawing';
import { runs, THEIRS } from './runs';

/** Points between the margins. */
const WIDTH = TEXT_WIDTH / 20;
const INK = '1D1B17';
/** What a character of a label takes on average, in points of the style "Picture". */
const CHARACTER = 3.9;
/** Two lines of a label, in points. */
const LABEL_HEIGHT = 19;

/** After those of the composition bar: a picture and three shapes for each of six classes. */
const GRAPH_ID = 30;

/** Where the claims come from, drawn as in the other formats, and the same ways in a table. */
export function* graphPieces(model: ReportModel, pick: Picker): Generator<string, void, undefined> {
  const { report } = model.frame;
  yield paragraph('Heading1', runs(report.sections.provenance.title)).toString();
  if (model.sourcing.label.claimIds.length === 0) {
    yield paragraph('Normal', runs(report.noClaims)).toString();
    return;
  }
  yield picture(model).toString();
  yield paragraph('Small', runs(report.graph.legend)).toString();
  yield* wayPieces(model, pick);
}

function picture(model: ReportModel): Xml {
  const { layout, graph } = model.sourcing;
  const { frame } = model;
  const scale = scaleOf(layout, WIDTH);
  const top = MARGIN * scale;
  const notes = nodeNotes(graph, frame);
  const ribbons = layout.ribbons.map((ribbon): Shape => {
    const { tint, line } = lookOf(ribbon.sourceClass);
    const dashed = isOutlined(ribbon);
    return outline(ribbon.path, { scale, top }, { fill: dashed ? 'FFFFFF' : tint, line: dashed ? line : null, dashed });
  });
  const nodes = layout.nodes.flatMap(({ key, x, y, width, height, label, sourceClass, claimIds, name }): readonly Shape[] => {
    const fits = Math.max(4, Math.floor((label.width * scale) / CHARACTER));
    const note = notes.get(key) ?? '';
    const said = `${frame.counts.number(claimIds.length)} ${toExcerpt(nameWords(name, frame.attribution), fits)}`;
    const place = { x: label.x * scale, y: top + label.y * scale - LABEL_HEIGHT / 2, width: label.width * scale, height: LABEL_HEIGHT };
    const lines = [
      paragraph('Picture', runs(said, THEIRS)),
      ...(note === '' ? [] : [paragraph('PictureNote', runs(toExcerpt(note, Math.floor(fits * 1.2)), THEIRS))]),
    ];
    const bar = { x: x * scale, y: top + y * scale, width: width * scale, height: Math.max(1, height * scale) };
    return [box(bar, sourceClass === null ? INK : lookOf(sourceClass).line), words(place, lines)];
  });
  return drawing({
    width: layout.width * scale,
    height: (layout.height + 2 * MARGIN) * scale,
    name: frame.report.sections.provenance.title,
    alt: toSummary(model),
    shapes: [...ribbons, ...nodes],
    first: GRAPH_ID,
  });
}

const WAY_WIDTHS = [26, 26, 9, 12, 27];

function* wayPieces(model: ReportModel, pick: Picker): Generator<string, void, undefined> {
  const { report, counts } = model.frame;
  yield tableStart(report.waysCaption, WAY_WIDTHS, report.wayColumns).toString();
  for (const { from, to, back, claimIds, outside } of waysOf(model)) {
    const cells = [
      named(endWords(from, model.frame)),
      named(`${endWords(to, model.frame)}${back}`),
      runs(counts.number(claimIds.length)),
      runs(counts.number(outside)),
      claimLinks(pick(claimIds)),
    ];
    yield tableRow(
      WAY_WIDTHS,
      cells.map((content) => ({ content: paragraph('Cell', content) })),
    ).toString();
  }
  yield tableEnd().toString();
}

function endWords({ name, behind }: WayEnd, { report }: Frame): string {
  return `${name}${behind === '' ? '' : ` ${report.behind} ${behind}`}`;
}
