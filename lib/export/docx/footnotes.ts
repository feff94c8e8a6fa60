import type { Evidence } from '@/lib/claims/evidence';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim } from '@/lib/report/model';
import { type Xml, xml } from '../office/xml';
import { evidenceLine } from '../sourcing-words';
import { paragraph } from './blocks';
import { runs, STRONG, THEIRS } from './runs';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A claim's evidence at the foot of the page where the claim ends. Word numbers footnotes in the order of the text. */
export type Footnote = { readonly id: number; readonly claim: Pick<ReportClaim, 'number'>; readonly evidence: readonly Evidence[] };

/** word/footnotes.xml. The two before the first are the lines above the notes, which every file has (ECMA-376 17.11.1). */
export function* footnotePieces(footnotes: Iterable<Footnote>, frame: Frame): Generator<string, void, undefined> {
  yield `<w:footnotes xmlns:w="${WORD}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`;
  for (const { id, claim, evidence } of footnotes) {
    const mark = xml`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${runs(' ')}${runs(`C${claim.number}. `, STRONG)}`;
    const lines = evidence.map((piece, at) =>
      paragraph('FootnoteText', xml`${at === 0 ? mark : null}${runs(evidenceLine(piece, frame), THEIRS)}`),
    );
    yield xml`<w:footnote w:id="${id}">${lines}</w:footnote>`.toString();
  }
  yield '</w:footnotes>';
}

export function footnoteReference(id: number): Xml {
  return xml`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
}
