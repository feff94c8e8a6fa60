import { required } from '@/lib/kernel/assert';
import { fitLogo, LOGO_SIDE_MAX, type Logo } from '@/lib/report/house/house';
import { readJpeg } from '@/lib/report/house/jpeg';
import { fromBase64 } from '@/lib/report/house/picture';
import { readPng, toRgbOnWhite } from '@/lib/report/house/png';
import type { ReportModel } from '@/lib/report/model';
import type { Document, Element } from './canvas';
import { isolated } from './runs';
import { CONTENT_WIDTH, PAGE, run, type Sheet } from './sheet';

/** The most room a logo takes, in points. */
const BOX = { width: 150, height: 32 } as const;

/** The house's sign and name at the head of the first page; the room it took, in points, 0 where the desk settled none. */
export function houseLine(sheet: Sheet, parent: Element, { choices: { house } }: ReportModel): number {
  if (house === undefined) return 0;
  const { logo, name } = house;
  const top = PAGE.top;
  const size = logo === null ? { width: 0, height: 0 } : fitLogo(logo, BOX);
  if (logo !== null) {
    const box = [PAGE.left, top, size.width, size.height] as const;
    sheet.canvas.figure(parent, logo.alt, box, () => sheet.canvas.image(embed(sheet.canvas.doc, logo), ...box));
  }
  const indent = logo === null ? 0 : size.width + 10;
  const strips = sheet.paragraph(parent, [run(isolated(name), 11)], { width: CONTENT_WIDTH - indent, leading: 15 });
  const words = strips.reduce((sum, { height }) => sum + height, 0);
  let y = top + Math.max(0, (size.height - words) / 2);
  for (const strip of strips) {
    strip.draw(PAGE.left + indent, y);
    y += strip.height;
  }
  return Math.max(size.height, words) + 12;
}

/**
 * The logo as an XObject, written by us: the library splits what can be seen through into two pictures by a thread of the
 * platform, after the page that has them is out. Paper is white, so it is laid over white.
 */
function embed(doc: Document, { mediaType, base64, width, height }: Logo): unknown {
  const bytes = required(fromBase64(base64), 'a logo was checked when it came in');
  const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  if (mediaType === 'image/jpeg') {
    const { components } = required(readJpeg(bytes), 'a logo was checked when it came in');
    const picture = doc.ref({ ...common, ColorSpace: components === 1 ? 'DeviceGray' : 'DeviceRGB', Filter: 'DCTDecode' });
    picture.end(bytes as never);
    return picture;
  }
  const png = required(readPng(bytes, LOGO_SIDE_MAX), 'a logo was checked when it came in');
  const picture = doc.ref({ ...common, ColorSpace: 'DeviceRGB' });
  picture.end(required(toRgbOnWhite(png), 'a logo was checked when it came in') as never);
  return picture;
}
