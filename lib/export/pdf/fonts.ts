import type PDFDocument from 'pdfkit';

/**
 * The fonts of a PDF: Noto Serif in its parts by script, Noto Naskh Arabic, Noto Serif Hebrew, each opened in a document when
 * its first character comes. Paths are relative to the program's folder, in which it always runs.
 */
export type Face = 'regular' | 'bold' | 'italic';

/** What pdfkit 0.20.2 keeps of a font that it embeds; its types name none of it. */
export type EmbeddedFont = {
  readonly id: string;
  readonly scale: number;
  readonly font: {
    readonly ascent: number;
    layout: (text: string, features?: undefined, script?: undefined, language?: undefined, direction?: 'ltr' | 'rtl') => GlyphRun;
    getGlyph: (id: number, codePoints?: readonly number[]) => Glyph;
    hasGlyphForCodePoint: (codePoint: number) => boolean;
    _getTableStream: (tag: string) => TableStream | null;
  };
  readonly subset: { readonly glyphs: number[] };
  /** By number in the subset: the code points a glyph stands for, and its width in thousandths of the size. */
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  readonly ref: () => unknown;
};

type TableStream = { readonly buffer: Uint8Array };

export type Glyph = { readonly id: number; readonly advanceWidth: number; codePoints: readonly number[] };
type GlyphRun = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
};

type Document = InstanceType<typeof PDFDocument>;

const WEIGHTS: Readonly<Record<Face, { readonly plain: string; readonly serif: string }>> = {
  regular: { plain: '400-normal', serif: '400-normal' },
  bold: { plain: '700-normal', serif: '700-normal' },
  // Neither Arabic nor Hebrew has italics.
  italic: { plain: '400-normal', serif: '400-italic' },
};

/** Which files may have a character, most likely first: by the blocks of Unicode that each covers a part of. */
const CANDIDATES: readonly { readonly from: number; readonly to: number; readonly files: readonly string[] }[] = [
  { from: 0x20, to: 0x24f, files: ['serif-latin', 'serif-latin-ext', 'serif-vietnamese'] },
  { from: 0x250, to: 0x36f, files: ['serif-latin', 'serif-latin-ext', 'serif-vietnamese', 'serif-greek', 'serif-cyrillic-ext'] },
  { from: 0x370, to: 0x3ff, files: ['serif-greek', 'serif-greek-ext', 'serif-math'] },
  { from: 0x400, to: 0x52f, files: ['serif-cyrillic', 'serif-cyrillic-ext'] },
  { from: 0x590, to: 0x5ff, files: ['serif-hebrew-hebrew'] },
  { from: 0x600, to: 0x8ff, files: ['naskh-arabic-arabic'] },
  { from: 0x1c80, to: 0x1c8f, files: ['serif-cyrillic-ext'] },
  { from: 0x1d00, to: 0x1eff, files: ['serif-latin-ext', 'serif-vietnamese', 'serif-latin'] },
  { from: 0x1f00, to: 0x1fff, files: ['serif-greek-ext'] },
  {
    from: 0x2000,
    to: 0x2bff,
    files: ['serif-latin', 'serif-latin-ext', 'serif-cyrillic', 'serif-vietnamese', 'serif-math', 'naskh-arabic-math'],
  },
  { from: 0x2c60, to: 0xa7ff, files: ['serif-latin-ext', 'serif-cyrillic-ext'] },
  { from: 0xfb00, to: 0xfb06, files: ['serif-latin-ext', 'serif-latin'] },
  { from: 0xfb1d, to: 0xfb4f, files: ['serif-hebrew-hebrew'] },
  { from: 0xfb50, to: 0xfdff, files: ['naskh-arabic-arabic'] },
  { from: 0xfe70, to: 0xfeff, files: ['naskh-arabic-arabic'] },
  { from: 0xfffc, to: 0xfffd, files: ['serif-latin', 'serif-latin-ext'] },
  { from: 0x1d400, to: 0x1eeff, files: ['serif-math', 'naskh-arabic-math'] },
];

export type Fonts = {
  /** The font that has the character, or null where none has it. */
  readonly find: (codePoint: number, face: Face) => EmbeddedFont | null;
  readonly latin: (face: Face) => EmbeddedFont;
};

/** Files that were read once: the same for every document, which takes its own subset of them. At most a dozen or two. */
const READ = new Map<string, EmbeddedFont['font']>();

export function openFonts(doc: Document): Fonts {
  const opened = new Map<string, EmbeddedFont>();
  const open = (file: string, face: Face): EmbeddedFont => {
    const path = pathOf(file, face);
    const known = opened.get(path);
    if (known !== undefined) return known;
    const read = READ.get(path);
    if (read === undefined) doc.font(path);
    else doc.font(read as never, path);
    const font = (doc as unknown as { readonly _font: EmbeddedFont })._font;
    if (read === undefined) {
      keepTables(font.font);
      keepCharacters(font.font);
      READ.set(path, font.font);
    }
    opened.set(path, font);
    return font;
  };
  const found = { regular: new Map(), bold: new Map(), italic: new Map() } satisfies Record<Face, Map<number, EmbeddedFont | null>>;
  return {
    latin: (face) => open('serif-latin', face),
    find: (codePoint, face) => {
      const known = found[face].get(codePoint);
      if (known !== undefined) return known;
      const files = CANDIDATES.find(({ from, to }) => from <= codePoint && codePoint <= to)?.files ?? [];
      const file = files.find((name) => open(name, face).font.hasGlyphForCodePoint(codePoint));
      const font = file === undefined ? null : open(file, face);
      found[face].set(codePoint, font);
      return font;
    },
  };
}

function pathOf(file: string, face: Face): string {
  const isHebrew = file === 'serif-hebrew-hebrew';
  const isArabic = file.startsWith('naskh');
  const family = isHebrew ? 'noto-serif-hebrew' : isArabic ? 'noto-naskh-arabic' : 'noto-serif';
  const weight = isHebrew || isArabic ? WEIGHTS[face].plain : WEIGHTS[face].serif;
  return `node_modules/@fontsource/${family}/files/noto-${file}-${weight}.woff`;
}

/** The library inflates a table of a WOFF file each time it looks into it, thousands of times a page: here each once. */
function keepTables(font: EmbeddedFont['font']): void {
  const inflate = font._getTableStream.bind(font);
  const kept = new Map<string, TableStream | null>();
  font._getTableStream = (tag) => {
    const known = kept.get(tag);
    if (known === undefined) {
      const stream = inflate(tag);
      kept.set(tag, stream);
      return stream;
    }
    // A stream remembers where it was read to: each reader gets its own over the same bytes.
    return known === null ? null : new (known.constructor as new (bytes: Uint8Array) => TableStream)(known.buffer);
  };
}

/**
 * The library gives the same glyph object for the same shape, with the characters of its first use. Arabic letters share
 * their shapes and differ by dots, so each use gets its own object with its own characters: a copied text is then the text.
 */
function keepCharacters(font: EmbeddedFont['font']): void {
  const shared = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = shared(id, codePoints);
    if (codePoints.length === 0) return glyph;
    const own = Object.create(glyph) as Glyph;
    own.codePoints = codePoints;
    return own;
  };
}
