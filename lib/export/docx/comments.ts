import type { PersonRef } from '@/lib/kernel/person';
import type { TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { claimFacts } from '../claim-facts';
import { type Xml, xml } from '../office/xml';
import { paragraph } from './blocks';
import { claimLabel, speakerWords } from './claim-names';
import { runs, STRONG, THEIRS } from './runs';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What a comment says, and whose it is. `paragraphs` are of the style CommentText, at least one. */
export type Comment = { readonly id: number; readonly by: PersonRef; readonly at: Date; readonly paragraphs: readonly Xml[] };

/** word/comments.xml, a comment at a time. */
export function* commentPieces(comments: Iterable<Comment>): Generator<string, void, undefined> {
  yield `<w:comments xmlns:w="${WORD}">`;
  for (const { id, by, at, paragraphs } of comments) {
    const name = authorName(by);
    yield xml`<w:comment w:id="${id}" w:author="${name}" w:date="${toMoment(at)}" w:initials="${initialsOf(name)}">${paragraphs}</w:comment>`.toString();
  }
  yield '</w:comments>';
}

/** All that is known of a claim, on its first part; on the others, which claim they are a part of. */
export function claimComment({ claim, part }: TextMark, id: number, model: ReportModel): Comment {
  const { createdBy: by, createdAt: at, spans } = claim;
  const { layout } = model.frame;
  const head = xml`${runs(claimLabel(claim), STRONG)}${runs(spans.length === 1 ? '' : layout.partOf(part + 1, spans.length), STRONG)}`;
  if (part > 0) {
    return { id, by, at, paragraphs: [paragraph('CommentText', xml`${head}${runs(layout.knownAtPartOne)}`)] };
  }
  const paragraphs = [
    paragraph('CommentText', xml`${head}${runs('. ')}${runs(speakerWords(claim, model.frame), THEIRS)}`),
    ...claimFacts(claim, model).map(({ term, words }) => factParagraph(term, words)),
  ];
  return { id, by, at, paragraphs };
}

export function factParagraph(term: string, words: string): Xml {
  return paragraph('CommentText', xml`${runs(`${term}: `, STRONG)}${runs(words, THEIRS)}`);
}

/** The element that stands in the text where a comment's words end, and shows its sign. */
export function commentReference(id: number): Xml {
  return xml`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
}

/** A name as an attribute can hold it: on one line, of the length that Word takes (ST_String of a comment's author, 255). */
export function authorName({ name }: PersonRef): string {
  return name.replace(/\s+/gu, ' ').slice(0, 255).toWellFormed();
}

/** `AC` of “Ada Checker”. */
function initialsOf(name: string): string {
  return name
    .split(' ')
    .flatMap((word) => [...word].slice(0, 1))
    .join('')
    .slice(0, 9)
    .toWellFormed();
}

/** Without milliseconds, which Word does not read. */
export function toMoment(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
