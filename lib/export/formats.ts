/**
 * The formats an article and its claims can be exported in: a closed list, in the order in which
 * they are offered. This file is light, so that a menu in the browser can read it; what writes
 * the formats is lib/export/export-report.ts, and docs/formats.md says field by field what is in them.
 */
export const EXPORT_FORMATS = ['html', 'pdf', 'docx', 'docx-checked', 'xlsx', 'jsonld', 'claimreview', 'csv', 'md', 'json', 'zip'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type FormatFacts = {
  readonly label: string;
  readonly description: string;
  /** For the Content-Type header, parameters included. */
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether parts can be left out: of formats laid out to be read, and of the archive that holds them. The others hold everything. */
  readonly inParts: boolean;
  /** Said in the file's name, where two formats have one extension. */
  readonly nameMark?: string;
};

/** The header of an export that says how many claims its file holds. */
export const CLAIMS_HEADER = 'X-Hearsay-Claims';

/** The header by which an export is asked for in frames that say how far it is (frames.ts), and which its answer then bears. */
export const FRAMES_HEADER = 'X-Hearsay-Frames';

/** The header of an export that says, percent-encoded, what whoever asked for it should know (warnings.ts); absent where there is nothing. */
export const WARNINGS_HEADER = 'X-Hearsay-Warnings';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const EXPORT_FORMAT_FACTS: Readonly<Record<ExportFormat, FormatFacts>> = {
  html: {
    label: 'Report page (HTML)',
    description: 'The annotated report as one file, to read, send or print.',
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    inParts: true,
  },
  pdf: {
    label: 'Report (PDF)',
    description: 'The annotated report as pages, tagged, with bookmarks and links.',
    mediaType: 'application/pdf',
    extension: 'pdf',
    inParts: true,
  },
  docx: {
    label: 'Report (Word)',
    description: 'The annotated report for Word, with a comment on the words of each claim.',
    mediaType: WORD,
    extension: 'docx',
    inParts: true,
  },
  'docx-checked': {
    label: 'Checked copy (Word)',
    description: 'The article with its proposed corrections as tracked changes, for the author.',
    mediaType: WORD,
    extension: 'docx',
    inParts: false,
    nameMark: 'checked copy',
  },
  xlsx: {
    label: 'Workbook (Excel)',
    description: 'Claims, sources, links and evidence, a sheet each.',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    inParts: false,
  },
  jsonld: {
    label: 'Web Annotation (JSON-LD)',
    description: 'Web Annotation JSON-LD, for other annotation tools.',
    // W3C Web Annotation Protocol, section 3.1: the profile is part of the media type.
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'jsonld',
    inParts: false,
  },
  claimreview: {
    label: 'Fact checks (ClaimReview)',
    description: 'schema.org ClaimReview of checked claims, for search engines.',
    mediaType: 'application/ld+json',
    extension: 'claimreview.json',
    inParts: false,
  },
  csv: {
    label: 'Table (CSV)',
    description: 'CSV with one row per claim, for Excel, Numbers or a script.',
    // RFC 4180, section 3; the text is UTF-8 as RFC 7111, section 5.1 makes the default.
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    inParts: false,
  },
  md: {
    label: 'Markdown',
    description: 'The annotated text and its claims as plain text, for notes and wikis.',
    // RFC 7764, section 3.2: tables are written as GitHub Flavored Markdown has them.
    mediaType: 'text/markdown; charset=utf-8; variant=GFM',
    extension: 'md',
    inParts: true,
  },
  json: {
    label: 'Hearsay data (JSON)',
    description: 'Everything, without loss: the text, all claims and their history.',
    mediaType: 'application/json',
    extension: 'json',
    inParts: false,
  },
  zip: {
    label: 'All of them (ZIP)',
    description: 'Every other format in one archive, with a list of their hashes.',
    mediaType: 'application/zip',
    extension: 'zip',
    inParts: true,
  },
};

/** Whether parts can be left out of a format. */
export function isInParts(format: ExportFormat): boolean {
  return EXPORT_FORMAT_FACTS[format].inParts;
}

/** Whether a format is read by programs: its sentences are English whatever the language of the frame. */
export function isData(format: ExportFormat): boolean {
  return format === 'json' || format === 'jsonld' || format === 'claimreview';
}

/** Whether there may be something to say about a file of this format, so that it is not just saved. */
export function canWarn(format: ExportFormat): boolean {
  return format === 'claimreview';
}

/** Whether a file of this format, or one within it, says where the report is public. */
export function holdsAddress(format: ExportFormat): boolean {
  return format === 'claimreview' || format === 'zip';
}

export function isExportFormat(name: string): name is ExportFormat {
  return (EXPORT_FORMATS as readonly string[]).includes(name);
}
