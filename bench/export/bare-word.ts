import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { ReportModel } from '@/lib/report/model';

/** The peer of the Word report: the library docx writing the same text, a paragraph a line, and nothing beside it. */
export function writeBareWord({ revision, article }: ReportModel): Promise<Uint8Array> {
  const children = revision.text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return Packer.pack(new Document({ title: article.title, sections: [{ children }] }), 'uint8array');
}
