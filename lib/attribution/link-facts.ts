import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { COUNTS } from '@/lib/frame/en/counts';
import type { Frame } from '@/lib/frame/frame';
import { type Anonymity, COUNT_LABELS, PROXIMITY_LABELS } from './anonymity';
import { type Chain, newLink } from './chain';
import { chainLine, outsideAside, readingAside, retractedAside } from './chain-words';
import type { Cue, Link } from './link';
import { linkName, nameWords } from './link-name';
import { LINK_RELATION_FACTS } from './link-relation';
import { SOURCE_TYPE_FACTS } from './source-type';

/** What is known of one link beyond its name, in the order in which it is read; each a few words. Not that its source is retracted. */
export function linkFacts(link: Link): readonly string[] {
  const { sourceType, relation } = link;
  if (sourceType === 'author') return [];
  return [SOURCE_TYPE_FACTS[sourceType].label.toLowerCase(), LINK_RELATION_FACTS[relation].label, ...asides(link)];
}

function asides(link: Link): readonly string[] {
  return [...outsideAside(link), ...readingAside(link)];
}

/** The anonymity record, as far as the article fills it; what it leaves open is among the flags. */
export function anonymityFacts(record: Anonymity | null): readonly string[] {
  if (record === null) return [];
  const { count, number, proximity, basis, reason } = record;
  return [
    ...(count === null ? [] : [count === 'exact' && number !== null ? `${number} of them` : COUNT_LABELS[count].toLowerCase()]),
    ...(proximity === null || proximity === 'unspecified' ? [] : [PROXIMITY_LABELS[proximity].toLowerCase()]),
    ...(basis.trim() === '' ? [] : [`how they know: “${basis.trim()}”`]),
    ...(reason.trim() === '' ? [] : [`why not named: “${reason.trim()}”`]),
  ];
}

/** Screens have English. */
const SCREEN = { attribution: ATTRIBUTION, counts: COUNTS };

/** “potentially” (adverb of doubt) */
export function hedgeFacts({ hedges }: Pick<Link, 'hedges'>, frame: Pick<Frame, 'attribution' | 'counts'> = SCREEN): readonly string[] {
  const { attribution, counts } = frame;
  return hedges.map(({ quote, kind }) => `${attribution.quoted(quote)} (${counts.within(attribution.hedges[kind])})`);
}

/** A chain on one line, then each of its links with all that is known of it. Linear. */
export function chainLines(chain: Chain): readonly string[] {
  return [chainLine(chain), ...chain.flatMap((link) => wholeLink(link) ?? [])];
}

/**
 * Two versions of a chain, to stand beside each other: each on one line, then those of its links that differ, with all
 * that is known of them; where the same words stand elsewhere in the text, with their place. Two that differ never read
 * the same. Linear.
 */
export function chainsApart(a: Chain, b: Chain): readonly [readonly string[], readonly string[]] {
  const beside = (chain: Chain, other: Chain) => [chainLine(chain), ...chain.flatMap((link, at) => linkApart(link, other[at]) ?? [])];
  return [beside(a, b), beside(b, a)];
}

function linkApart(link: Link, other: Link | undefined): string | null {
  const words = wholeLink(link);
  if (other === undefined || words !== wholeLink(other)) return words;
  const placed = wholeLink(link, true);
  return placed === wholeLink(other, true) ? null : placed;
}

/** Null for the article's voice where there is nothing to say of it. */
function wholeLink(link: Link, places = false): string | null {
  const { sourceType, source, tagged, cue, hedges, anonymity } = link;
  const name = linkName(link);
  const facts = [
    ...(sourceType === 'author' ? voiceFacts(link) : linkFacts(link)),
    ...retractedAside(link),
    ...(tagged && sourceType !== 'author' ? ['presented as speaking'] : []),
    ...(name.quoted && source !== null ? [`recorded as ${source.name}`] : []),
    ...(cue === null ? [] : [`in the words “${cue.quote}”${places ? placeOf(cue) : ''}`]),
    ...hedgeFacts(link).map((words, at) => `hedge ${words}${places ? placeOf(hedges[at]) : ''}`),
    ...(anonymity === null ? [] : wholeRecord(anonymity)),
  ];
  return facts.length === 0 ? null : `${nameWords(name)}: ${facts.join(', ')}`;
}

function voiceFacts(link: Link): readonly string[] {
  const usual = newLink(link).relation;
  return [...(link.relation === usual ? [] : [LINK_RELATION_FACTS[link.relation].label]), ...asides(link)];
}

/** In UTF-16 units: it only tells two places of one text apart. */
function placeOf(cue: Cue | undefined): string {
  return cue === undefined ? '' : ` at ${cue.start}–${cue.end}`;
}

/** Also what the details leave out: how they are described, and that somebody looked and it is not said. */
function wholeRecord({ descriptor, count, number, proximity, basis, reason }: Anonymity): readonly string[] {
  const many = count === 'exact' && number !== null ? `${number} of them` : count === null ? null : COUNT_LABELS[count].toLowerCase();
  return [
    ...(descriptor === '' ? [] : [`described as “${descriptor}”`]),
    ...(many === null ? [] : [many]),
    ...(number === null || count === 'exact' ? [] : [`number ${number}`]),
    ...(proximity === null ? [] : [proximity === 'unspecified' ? 'how near is not said' : PROXIMITY_LABELS[proximity].toLowerCase()]),
    ...(basis === '' ? [] : [`how they know: “${basis}”`]),
    ...(reason === '' ? [] : [`why not named: “${reason}”`]),
  ];
}
