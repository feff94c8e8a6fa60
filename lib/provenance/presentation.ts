import type { Anonymity } from '@/lib/attribution/anonymity';
import type { Link } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import type { SourceType } from '@/lib/attribution/source-type';
import { speaks } from '@/lib/attribution/speaking';
import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { Frame } from '@/lib/frame/frame';

/** A source wherever the article brings it in, one entry a claim. */
export type Presented = {
  /** The links at which it stands, at least one. */
  readonly links: readonly Link[];
  /** The impersonal phrases that lead to it. */
  readonly behind: readonly Link[];
  /** In how many of them somebody stands between the article and it. */
  readonly through: number;
};

/** Screens have English. */
const SCREEN: PresentationFrame = { provenance: PROVENANCE, attribution: ATTRIBUTION };

export type PresentationFrame = Pick<Frame, 'provenance' | 'attribution'>;

/**
 * How an article presents a source, in words for the middle of a sentence: “described; number, reason and basis not
 * given”. Said once for all its claims: what one of them gives is given.
 *
 * @param type how most of its claims present it
 * Linear in its links.
 */
export function presentationWords(type: SourceType, presented: Presented, frame: PresentationFrame = SCREEN): string {
  const words = frame.provenance.presented;
  const behind = () => behindWords(presented, frame);
  switch (type) {
    case 'news_organization':
      return `${words.outlet}${behind()}`;
    case 'named_person':
    case 'named_organization':
      return `${words.named}${throughWords(presented, words)}${behind()}`;
    case 'document':
      return `${words.document}${throughWords(presented, words)}${behind()}`;
    case 'anonymous_source':
      return `${words.described}; ${anonymityWords(presented, words)}`;
    case 'unspecified_source':
      return [words.bare, ...givenWords(givenIn(presented, words), words)].join('; ');
    case 'unnamed_person':
      return ascribedWords(presented, words) ?? `${words.person}; ${anonymityWords(presented, words, ['reason', 'basis'])}`;
    case 'unnamed_group':
      return ascribedWords(presented, words) ?? `${words.group}; ${anonymityWords(presented, words)}`;
    case 'author':
      return words.ownVoice;
    case 'impersonal':
      return words.impersonal;
    case 'unresolved':
      return words.unresolved;
  }
}

type Words = Frame['provenance']['presented'];

/** Of unnamed ones who are nowhere said to speak; null of all others. */
function ascribedWords({ links }: Presented, words: Words): string | null {
  if (links.some(speaks)) return null;
  return links.every(({ relation }) => relation === 'holds_attitude') ? words.feeling : words.spokenOf;
}

function behindWords({ behind }: Presented, { provenance, attribution }: PresentationFrame): string {
  const names = new Set(behind.map((link) => linkWords(link, attribution)));
  return behind.length === 0 ? '' : provenance.presented.behind([...names]);
}

function throughWords({ links, through }: Presented, words: Words): string {
  if (through === 0) return '';
  return through === links.length ? words.onlyThroughOthers : words.inSomeThroughOthers(through, links.length);
}

/** The first words given for each; empty where none are. */
type Given = { readonly number: string; readonly basis: string; readonly reason: string };

function givenIn({ links }: Presented, words: Words): Given {
  let [number, basis, reason] = ['', '', ''];
  for (const { anonymity } of links) {
    if (anonymity === null) continue;
    number ||= numberWords(anonymity, words);
    basis ||= anonymity.basis.trim();
    reason ||= anonymity.reason.trim();
  }
  return { number, basis, reason };
}

/** “Sources” in the plural is no number. */
function numberWords({ count, number }: Anonymity, words: Words): string {
  if (count === 'one') return words.one;
  return count === 'exact' && number !== null ? String(number) : '';
}

const ASKED = ['number', 'reason', 'basis'] as const;

/** `asked`: of a person nobody has to say how many they are. */
function anonymityWords(presented: Presented, words: Words, asked: readonly (typeof ASKED)[number][] = ASKED): string {
  const given = givenIn(presented, words);
  const missing = asked.filter((what) => given[what] === '').map((what) => words.asked[what]);
  return [...givenWords(given, words), ...(missing.length === 0 ? [] : [words.notGiven(missing)])].join('; ');
}

function givenWords({ number, basis, reason }: Given, words: Words): readonly string[] {
  return [
    ...(number === '' ? [] : [words.numberGiven(number)]),
    ...(basis === '' ? [] : [words.basisGiven(basis)]),
    ...(reason === '' ? [] : [words.reasonGiven(reason)]),
  ];
}
