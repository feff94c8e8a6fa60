import PDFDocument from 'pdfkit';

const FONT = 'node_modules/@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff';

/** The text alone, as the PDF library sets it by itself: one font, no mark, no structure, no link. What a report's PDF is measured beside. */
export function* barePdf(text: string): Generator<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 45, font: null as never });
  doc.font(FONT).fontSize(10.1);
  for (const paragraph of text.split('\n')) {
    doc.text(paragraph, { paragraphGap: 6, lineGap: 4 });
    const piece = doc.read() as Uint8Array | null;
    if (piece !== null) yield piece;
  }
  doc.end();
  for (let rest = doc.read() as Uint8Array | null; rest !== null; rest = doc.read() as Uint8Array | null) yield rest;
}
