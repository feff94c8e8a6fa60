import type { Anonymity } from '@/lib/attribution/anonymity';
import type { Link } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import type { SourceType } from '@/lib/attribution/source-type';
import { speaks } from '@/lib/attribution/speaking';

/** A source wherever the article brings it in, one entry a claim. */
export type Presented = {
  /** The links at which it stands, at least one. */
  readonly links: readonly Link[];
  /** The impersonal phrases that lead to it. */
  readonly behind: readonly Link[];
  /** In how many of them somebody stands between the article and it. */
  readonly through: number;
};

/**
 * How an article presents a source, in words for the middle of a sentence: “described; number, reason and basis not
 * given”. Said once for all its claims: what one of them gives is given.
 *
 * @param type how most of its claims present it
 * Linear in its links.
 */
export function presentationWords(type: SourceType, presented: Presented): string {
  switch (type) {
    case 'news_organization':
      return `named outlet, relayed${behindWords(presented)}`;
    case 'named_person':
    case 'named_organization':
      return `named${throughWords(presented)}${behindWords(presented)}`;
    case 'document':
      return `named document${throughWords(presented)}${behindWords(presented)}`;
    case 'anonymous_source':
      return `described; ${anonymityWords(presented)}`;
    case 'unspecified_source':
      return ['not described at all', ...givenWords(givenIn(presented))].join('; ');
    case 'unnamed_person':
      return ascribedWords(presented) ?? `a person without a name; ${anonymityWords(presented, ['reason', 'basis'])}`;
    case 'unnamed_group':
      return ascribedWords(presented) ?? `a group without names; ${anonymityWords(presented)}`;
    case 'author':
      return 'no attribution';
    case 'impersonal':
      return 'impersonal';
    case 'unresolved':
      return 'an attribution that leads to nobody';
  }
}

/** Of unnamed ones who are nowhere said to speak; null of all others. */
function ascribedWords({ links }: Presented): string | null {
  if (links.some(speaks)) return null;
  return links.every(({ relation }) => relation === 'holds_attitude') ? 'a feeling ascribed to them' : 'spoken of, not said to speak';
}

function behindWords({ behind }: Presented): string {
  return behind.length === 0 ? '' : ` behind ${[...new Set(behind.map(linkWords))].join(', ')}`;
}

function throughWords({ links, through }: Presented): string {
  if (through === 0) return '';
  return through === links.length ? ', known only through others' : `, in ${through} of ${links.length} claims through others`;
}

/** The first words given for each; empty where none are. */
type Given = { readonly number: string; readonly basis: string; readonly reason: string };

function givenIn({ links }: Presented): Given {
  let [number, basis, reason] = ['', '', ''];
  for (const { anonymity } of links) {
    if (anonymity === null) continue;
    number ||= numberWords(anonymity);
    basis ||= anonymity.basis.trim();
    reason ||= anonymity.reason.trim();
  }
  return { number, basis, reason };
}

/** “Sources” in the plural is no number. */
function numberWords({ count, number }: Anonymity): string {
  if (count === 'one') return 'one';
  return count === 'exact' && number !== null ? String(number) : '';
}

const ASKED = ['number', 'reason', 'basis'] as const;

/** `asked`: of a person nobody has to say how many they are. */
function anonymityWords(presented: Presented, asked: readonly (typeof ASKED)[number][] = ASKED): string {
  const given = givenIn(presented);
  const missing = asked.filter((what) => given[what] === '');
  return [...givenWords(given), ...(missing.length === 0 ? [] : [`${listWords(missing)} not given`])].join('; ');
}

function givenWords({ number, basis, reason }: Given): readonly string[] {
  return [
    ...(number === '' ? [] : [`number given: ${number}`]),
    ...(basis === '' ? [] : [`basis given: “${basis}”`]),
    ...(reason === '' ? [] : [`reason given: “${reason}”`]),
  ];
}

/** “number, reason and basis”. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
