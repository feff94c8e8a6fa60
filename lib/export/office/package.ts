import type { ReportModel } from '@/lib/report/model';
import type { ArchivePart } from './archive';
import { XML_HEAD, type Xml, xml } from './xml';

/**
 * The frame that DOCX and XLSX share (ECMA-376 part 2, Open Packaging Conventions): what kind each part is, how they hang
 * together, and who made them. There is no relationship with TargetMode="External", so nothing is ever fetched.
 */
export type OfficePart = {
  /** From the root of the archive, without a slash before it. */
  readonly path: string;
  /** As in `[Content_Types].xml`. */
  readonly contentType: string;
  readonly pieces: Iterable<string> | Uint8Array;
};

/** `target` is relative to the folder of the part that has it. */
export type Relationship = { readonly type: string; readonly target: string; readonly id?: string };

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** A part written from what is there already. */
export function wholePart(path: string, contentType: string, content: Xml): OfficePart {
  return { path, contentType, pieces: [XML_HEAD, content.toString()] };
}

/** What of a model the frame says. */
type Framed = Pick<ReportModel, 'kind' | 'generatedAt' | 'generator' | 'frame'> & {
  readonly desk: { readonly name: string };
  readonly article: { readonly topic: string };
};

/** All files of the archive, the first three as the conventions want them. `main` is the first of `parts`. */
export function* officePackage<Part extends Pick<OfficePart, 'path' | 'contentType'>>(
  model: Framed,
  title: string,
  parts: readonly [Part, ...Part[]],
): Generator<ArchivePart | Part> {
  const properties = [coreProperties(model, title), appProperties(model)];
  const [main] = parts;
  const roots: readonly Relationship[] = [
    { type: `${OFFICE}/relationships/officeDocument`, target: main.path },
    { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { type: `${OFFICE}/relationships/extended-properties`, target: 'docProps/app.xml' },
  ];
  yield { path: '[Content_Types].xml', pieces: [XML_HEAD, contentTypes([...parts, ...properties]).toString()] };
  yield { path: '_rels/.rels', pieces: [XML_HEAD, relationships(roots).toString()] };
  yield* properties;
  yield* parts;
}

/** The ids are `rId1`, `rId2` ... in the order given, but where one has its own. */
export function relationships(list: readonly Relationship[]): Xml {
  const items = list.map(({ type, target, id }, at) => xml`<Relationship Id="${id ?? `rId${at + 1}`}" Type="${type}" Target="${target}"/>`);
  return xml`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
}

export const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

function contentTypes(parts: readonly Pick<OfficePart, 'path' | 'contentType'>[]): Xml {
  const overrides = parts
    .filter(({ contentType }) => contentType !== RELATIONSHIPS_TYPE)
    .map(({ path, contentType }) => xml`<Override PartName="/${path}" ContentType="${contentType}"/>`);
  return xml`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${RELATIONSHIPS_TYPE}"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

/** The desk stands as the author: no person and no address is among the properties of a file. */
function coreProperties({ kind, desk, article, generatedAt, frame }: Framed, title: string): OfficePart {
  const time = `${generatedAt.toISOString().slice(0, 19)}Z`;
  const topic = article.topic === '' ? null : xml`<cp:keywords>${article.topic}</cp:keywords>`;
  return wholePart(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    xml`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:subject>${frame.report.kinds[kind]}</dc:subject><dc:creator>${desk.name}</dc:creator>${topic}<cp:lastModifiedBy>${desk.name}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified><dc:language>${frame.regional}</dc:language></cp:coreProperties>`,
  );
}

function appProperties({ generator }: Framed): OfficePart {
  return wholePart(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    xml`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${generator.name}</Application></Properties>`,
  );
}
