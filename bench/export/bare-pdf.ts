import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';

const FONT = 'node_modules/@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff';

/** The peer of the PDF report: the library pdfkit setting the same text in one font, with no mark, no structure and no link. Gives its bytes. */
export async function writeBarePdf(text: string): Promise<number> {
  const doc = new PDFDocument({ size: 'A4', margin: 45, font: null as never });
  let bytes = 0;
  const take = () => {
    for (let piece = doc.read() as Uint8Array | null; piece !== null; piece = doc.read() as Uint8Array | null) bytes += piece.length;
  };
  doc.font(FONT).fontSize(10.1);
  for (const paragraph of text.split('\n')) {
    doc.text(paragraph, { paragraphGap: 6, lineGap: 4 });
    take();
  }
  doc.end();
  await setImmediate();
  take();
  return bytes;
}
