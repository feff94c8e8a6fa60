import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim } from '@/lib/report/model';
import { type Xml, xml } from '../office/xml';
import { retractedWords } from '../sourcing-words';
import { linkTo, runs, THEIRS } from './runs';

/** `A 8`, which never breaks over two lines. */
export function claimLabel({ number, sourceType }: Pick<ReportClaim, 'number' | 'sourceType'>): string {
  return `${SOURCE_CLASS_FACTS[toSourceClass(sourceType)].letter}\u00a0${number}`;
}

/** `Anonymous, described: sources close to the Kremlin`: how the article presents who speaks, and who it is. */
export function speakerWords({ sourceType, source }: ReportClaim, frame: Frame): string {
  const { label } = frame.attribution.types[sourceType];
  return source === null ? label : `${label}: ${source.name}${retractedWords(source, frame)}`;
}

/** Where the claim stands in the list of all, and where a part of it stands in the text. Bookmarks have no hyphens. */
export function entryMark({ number }: Pick<ReportClaim, 'number'>): string {
  return `claim_${number}`;
}

export function textMark({ number }: Pick<ReportClaim, 'number'>, part = 0): string {
  return part === 0 ? `text_${number}` : `text_${number}_${part + 1}`;
}

/** The numbers of claims, each leading to its entry: `N 2, A 8`. */
export function claimLinks(claims: readonly ReportClaim[]): Xml {
  return xml`${claims.map((claim, at) => xml`${at === 0 ? null : runs(', ')}${linkTo(entryMark(claim), runs(claimLabel(claim)))}`)}`;
}

/** Words from outside, in a run of their own. */
export function named(words: string): Xml {
  return runs(words, THEIRS);
}
