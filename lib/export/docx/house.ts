import { required } from '@/lib/kernel/assert';
import { fitLogo } from '@/lib/report/house/house';
import { fromBase64 } from '@/lib/report/house/picture';
import type { ReportModel } from '@/lib/report/model';
import type { OfficePart } from '../office/package';
import { type Xml, xml } from '../office/xml';
import { paragraph } from './blocks';
import { runs, THEIRS } from './runs';

type Logo = NonNullable<NonNullable<ReportModel['choices']['house']>['logo']>;

/** The relationship by which the body names the picture: the last of the document's. */
export const LOGO_ID = 'rIdLogo';

/** The picture as a part of the file, and its place in it; null where there is none. Nothing is fetched. */
export function logoPart({ choices: { house } }: ReportModel): OfficePart | null {
  if (house === undefined || house.logo === null) return null;
  const { mediaType, base64 } = house.logo;
  const bytes = required(fromBase64(base64), 'a logo was checked when it came in');
  return { path: `word/media/logo.${mediaType === 'image/png' ? 'png' : 'jpg'}`, contentType: mediaType, pieces: bytes };
}

/** Sign and name above the head; nothing where the desk settled none. */
export function housePieces({ choices: { house } }: ReportModel): readonly string[] {
  if (house === undefined) return [];
  const { logo, name } = house;
  return [paragraph('Kicker', xml`${logo === null ? null : xml`${toDrawing(logo)}${runs('  ')}`}${runs(name, THEIRS)}`).toString()];
}

/** The most room it takes, in English Metric Units: 5.5 by 1.2 cm (ECMA-376, 20.1.2.1). */
const BOX = { width: 1_980_000, height: 432_000 } as const;

/** 20.4.2.8: a picture in the line, with what it shows in words. */
function toDrawing(logo: Logo): Xml {
  const size = fitLogo(logo, BOX);
  const [cx, cy] = [Math.round(size.width), Math.round(size.height)];
  const main = 'http://schemas.openxmlformats.org/drawingml/2006';
  return xml`<w:r><w:drawing><wp:inline xmlns:wp="${main}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="1" name="Logo" descr="${logo.alt}"/><a:graphic xmlns:a="${main}/main"><a:graphicData uri="${main}/picture"><pic:pic xmlns:pic="${main}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="${logo.alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${LOGO_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
