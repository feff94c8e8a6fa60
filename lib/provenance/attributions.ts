import type { Chain } from '@/lib/attribution/chain';
import { type Cue, isOutside, type Link } from '@/lib/attribution/link';
import { type LinkName, linkName } from '@/lib/attribution/link-name';
import { LINK_RELATION_FACTS } from '@/lib/attribution/link-relation';
import { speaks } from '@/lib/attribution/speaking';
import type { Source } from '@/lib/sources/source';

/** One place where the text says who says so, and the claims it is said of. */
export type Attribution = {
  readonly name: LinkName;
  readonly source: Source | null;
  /** Null where nobody marked the words: such claims of one speaker are one attribution, the fewest there can be. */
  readonly cue: Cue | null;
  /** In the order given. */
  readonly claimIds: readonly string[];
};

/**
 * The attributions a reader meets, told apart by the words that make them. “According to sources” that covers two claims
 * is one; the same newspaper named in two sentences is two. Of each claim the outermost speaker counts whom its sentence
 * names, no further in than the one presented as speaking (the tag): what that one tells (“Kozak suggested”) is content.
 *
 *     [According to sources], Putin made it clear that ...      counts
 *     [It is noted] that ...                                   does not: nobody is named
 *     Within the elite, [disappointment is growing]            does not: they are said to feel, not to speak
 *
 * @param claims in text order, which is the order of the result; cues are places of one article
 * Costs time in proportion to the links, n log n in the attributions.
 */
export function attributionsOf(claims: readonly { readonly id: string; readonly chain: Chain }[]): readonly Attribution[] {
  const marked = new Map<number, Draft>();
  const bySpeaker = new Map<string, Draft>();
  const unmarked: { readonly id: string; readonly link: Link; readonly place: number }[] = [];
  claims.forEach(({ id, chain }, place) => {
    const link = speakerInText(chain);
    if (link === null) return;
    if (link.cue === null) {
      unmarked.push({ id, link, place });
      return;
    }
    const key = link.cue.start * FURTHEST + link.cue.end;
    const draft = marked.get(key) ?? newDraft(link, place);
    marked.set(key, draft);
    draft.claimIds.push(id);
    if (!bySpeaker.has(speakerKey(link))) bySpeaker.set(speakerKey(link), draft);
  });
  // Claims of a speaker without marked words go with the first of theirs: they need not be another attribution.
  for (const { id, link, place } of unmarked) {
    const draft = bySpeaker.get(speakerKey(link)) ?? newDraft(link, place);
    bySpeaker.set(speakerKey(link), draft);
    draft.claimIds.push(id);
  }
  return [...new Set([...marked.values(), ...bySpeaker.values()])]
    .sort((a, b) => a.place - b.place)
    .map(({ name, source, cue, claimIds }) => ({ name, source, cue, claimIds }));
}

/** No text is so long, so that two offsets make one number. */
const FURTHEST = 2 ** 26;

/** `place` is that of its first claim. */
type Draft = Omit<Attribution, 'claimIds'> & { readonly place: number; readonly claimIds: string[] };

function newDraft(link: Link, place: number): Draft {
  return { name: linkName(link), source: link.source, cue: link.cue, place, claimIds: [] };
}

function speakerInText(chain: Chain): Link | null {
  for (let place = 1; place < chain.length; place += 1) {
    const link = chain[place] as Link;
    if (chain[place - 1]?.tagged) return null;
    if (isSaidToSpeak(link)) return link;
  }
  return null;
}

/** Whether the sentence says of somebody that they speak; also of one who cannot be told, but not of a feeling. */
function isSaidToSpeak(link: Link): boolean {
  const somebody = speaks(link) || link.sourceType === 'unresolved';
  return somebody && !isOutside(link.stated) && LINK_RELATION_FACTS[link.relation].speaks;
}

function speakerKey(link: Link): string {
  return link.source === null ? `${link.sourceType}:${linkName(link).text.toLowerCase()}` : `source:${link.source.id}`;
}
