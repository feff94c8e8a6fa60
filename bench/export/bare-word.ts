import { Document, Packer, Paragraph, TextRun } from 'docx';

/** The peer of the Word report: the library docx writing the same text, a paragraph a line, and nothing beside it. */
export function writeBareWord(text: string): Promise<Uint8Array> {
  const children = text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return Packer.pack(new Document({ title: 'Text', sections: [{ children }] }), 'uint8array');
}
