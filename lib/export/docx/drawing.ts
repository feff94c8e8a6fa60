import { type Xml, type XmlInsert, xml } from '../office/xml';
import { type Step, toSteps } from '../outline';

/**
 * A picture of shapes as Word and LibreOffice draw and edit them: a group of DrawingML shapes ([MS-DOCX] 2.2.3, wordprocessingGroup)
 * on a line of its own. Shapes and not an image: they need no second file, stay sharp at any size, and their words are text.
 * Lengths are points.
 */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** What the picture shows, for whoever does not see it; older programs show it in its place. */
  readonly alt: string;
  readonly shapes: readonly Shape[];
  /** The first of its ids, which no other picture of the file has; its shapes have those after it. */
  readonly first?: number;
};

export type Shape = (id: number) => Xml;

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Colours are six hexadecimal digits. A dashed line has no other meaning than in the text: not stated here. */
export type Paint = { readonly fill: string; readonly line: string | null; readonly dashed: boolean };

/** English Metric Units in a point. */
const EMU = 12_700;

/**
 * The paragraph that a picture is, on the page of what follows. From left to right in every language, which turns nothing of it:
 * in one from right to left LibreOffice moves the words of shapes away from them.
 */
export function drawing({ width, height, name, alt, shapes, first = 1 }: Drawing): Xml {
  const size = xml`cx="${emu(width)}" cy="${emu(height)}"`;
  const group = xml`<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm></wpg:grpSpPr>${shapes.map((shape, at) => shape(first + at + 1))}</wpg:wgp>`;
  const inline = xml`<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${first}" name="${name}" descr="${alt}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${WORD_2010}wordprocessingGroup">${group}</a:graphicData></a:graphic></wp:inline>`;
  return xml`<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/><w:bidi w:val="0"/></w:pPr><w:r><mc:AlternateContent ${NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>${inline}</w:drawing></mc:Choice><mc:Fallback><w:t>${alt}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/';
const OPEN_XML = 'http://schemas.openxmlformats.org/';
const NAMESPACES = xml`xmlns:mc="${OPEN_XML}markup-compatibility/2006" xmlns:wp="${OPEN_XML}drawingml/2006/wordprocessingDrawing" xmlns:a="${OPEN_XML}drawingml/2006/main" xmlns:wpg="${WORD_2010}wordprocessingGroup" xmlns:wps="${WORD_2010}wordprocessingShape"`;

/** A filled box, with a line around it where it has a colour. */
export function box(place: Box, fill: string, line: string | null = null): Shape {
  const geometry = xml`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  return (id) => shape(id, place, xml`${geometry}${paint({ fill, line, dashed: false })}`, null);
}

/** What `path` encloses, `scale` times as large, moved down by `top`. */
export function outline(path: string, { scale, top }: { readonly scale: number; readonly top: number }, look: Paint): Shape {
  const steps = toSteps(path);
  // A curve lies within the four points it is made of.
  const points = steps.flatMap((step) => step.points);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, upper] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - upper];
  const place = { x: left * scale, y: top + upper * scale, width: across * scale, height: down * scale };
  const toPoints = (step: Step) => step.points.map(([x, y]) => xml`<a:pt x="${emu((x - left) * scale)}" y="${emu((y - upper) * scale)}"/>`);
  const drawn = steps.map((step) => STEPS[step.kind](toPoints(step)));
  const geometry = xml`<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${emu(place.width)}" h="${emu(place.height)}">${drawn}</a:path></a:pathLst></a:custGeom>`;
  return (id) => shape(id, place, xml`${geometry}${paint(look)}`, null);
}

const STEPS: Readonly<Record<Step['kind'], (points: readonly Xml[]) => Xml>> = {
  move: (points) => xml`<a:moveTo>${points}</a:moveTo>`,
  line: (points) => xml`<a:lnTo>${points}</a:lnTo>`,
  curve: (points) => xml`<a:cubicBezTo>${points}</a:cubicBezTo>`,
  close: () => xml`<a:close/>`,
};

/** Paragraphs in the middle of a place, nothing around them. */
export function words(place: Box, paragraphs: XmlInsert): Shape {
  const geometry = xml`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>`;
  return (id) => shape(id, place, geometry, xml`<wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx>`);
}

function shape(id: number, { x, y, width, height }: Box, look: Xml, text: Xml | null): Xml {
  const frame = xml`<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
  return xml`<wps:wsp><wps:cNvPr id="${id}" name="${id}"/><wps:cNvSpPr/><wps:spPr>${frame}${look}</wps:spPr>${text}<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>`;
}

/** A line in points of a quarter. */
function paint({ fill, line, dashed }: Paint): Xml {
  const filled = xml`<a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>`;
  if (line === null) return xml`${filled}<a:ln><a:noFill/></a:ln>`;
  return xml`${filled}<a:ln w="${emu(0.5)}"><a:solidFill><a:srgbClr val="${line}"/></a:solidFill>${dashed ? xml`<a:prstDash val="dash"/>` : null}</a:ln>`;
}

function emu(points: number): number {
  return Math.round(points * EMU);
}
