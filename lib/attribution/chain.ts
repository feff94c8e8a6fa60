import { required } from '@/lib/kernel/assert';
import type { Source } from '@/lib/sources/source';
import { NO_ANONYMITY } from './anonymity';
import { CHAIN_MAX, isAnonymous, type Link } from './link';
import type { LinkRelation } from './link-relation';
import { SOURCE_TYPE_FACTS, type SourceType } from './source-type';

/**
 * An attribution chain, outermost first: the article's voice, then everybody through whom the claim reached it, to the
 * one who holds the statement.
 *
 *     article <- The New York Times (known from outside) <- sources close to the Kremlin <- Kozak
 *
 * It always begins with the article's voice, and exactly one link is `tagged`: the claim's three-choice tag. A claim
 * without a chain of its own has the plain one (`plainChain`), so that every claim has one. Absent: branches. What
 * reaches an article along two ways is two claims, or a claim and its evidence.
 */
export type Chain = readonly Link[];

type Tagged = { readonly sourceType: SourceType; readonly source: Source | null };

/** How a link of each type usually brings the words in, until somebody says otherwise. */
const USUAL_RELATION: Readonly<Record<SourceType, LinkRelation>> = {
  named_person: 'says',
  named_organization: 'says',
  news_organization: 'reports',
  document: 'states',
  anonymous_source: 'says',
  unspecified_source: 'says',
  unnamed_person: 'says',
  unnamed_group: 'holds_attitude',
  author: 'publishes',
  impersonal: 'is_known',
  unresolved: 'says',
};

/** A link about which nothing more is known yet. */
export function newLink({ sourceType, source }: Tagged, tagged = false): Link {
  return {
    sourceType,
    source,
    tagged,
    relation: USUAL_RELATION[sourceType],
    stated: 'in_text',
    reading: 'on_trust',
    cue: null,
    hedges: [],
    anonymity: null,
  };
}

/** The chain of a bare tag: the article's voice and the one it names. */
export function plainChain(tag: Tagged): Chain {
  if (tag.sourceType === 'author') return [newLink(tag, true)];
  return [newLink({ sourceType: 'author', source: null }), newLink(tag, true)];
}

/** Whether the chain says nothing that its tag does not say: such a chain is not stored. Linear. */
export function isPlain(chain: Chain): boolean {
  const plain = plainChain(taggedLink(chain));
  return chain.length === plain.length && chain.every((link, at) => addsNothing(link, plain[at] as Link));
}

/** Whether a link says what a new one of its type and source says. An anonymity record with nothing in it says nothing. */
function addsNothing(
  { sourceType, source, tagged, relation, stated, reading, cue, hedges, anonymity, ...rest }: Link,
  fresh: Link,
): boolean {
  // A field of Link that is not looked at here would be lost: a chain that says only that would not be stored.
  rest satisfies Record<string, never>;
  const same = sourceType === fresh.sourceType && source?.id === fresh.source?.id && tagged === fresh.tagged;
  const usual = relation === fresh.relation && stated === fresh.stated && reading === fresh.reading;
  return same && usual && cue === null && hedges.length === 0 && isBlank(anonymity);
}

function isBlank(record: Link['anonymity']): boolean {
  if (record === null) return true;
  return (Object.keys(NO_ANONYMITY) as (keyof typeof NO_ANONYMITY)[]).every((field) => record[field] === NO_ANONYMITY[field]);
}

/** The link that the claim's three-choice tag is about. A chain without one is a bug and throws. */
export function taggedLink(chain: Chain): Link {
  return required(
    chain.find(({ tagged }) => tagged),
    'a chain has one tagged link',
  );
}

/**
 * The chain after its claim's tag was changed: the tagged link takes the new source and keeps its place; what was said
 * about the old source (cue, anonymity) goes when the source does. The article's own voice as the tag takes the mark to
 * the first link, another type takes it off it to a link of its own at the end, which may make the chain one too long
 * (checkChain). The very same chain when the tag is the one it has. Linear.
 */
export function withTag(chain: Chain, tag: Tagged): Chain {
  const old = taggedLink(chain);
  if (old.sourceType === tag.sourceType && old.source?.id === tag.source?.id) {
    if (old.source?.name === tag.source?.name && old.source?.kind === tag.source?.kind) return chain;
    return chain.map((link) => (link.tagged ? { ...link, source: tag.source } : link));
  }
  const unmarked = chain.filter((link) => !link.tagged || link.sourceType === 'author').map((link) => ({ ...link, tagged: false }));
  if (tag.sourceType === 'author') return unmarked.map((link, at) => ({ ...link, tagged: at === 0 }));
  if (old.sourceType === 'author') return [...unmarked, newLink(tag, true)];
  return chain.map((link) => (link.tagged ? { ...newLink(tag, true), stated: link.stated, hedges: link.hedges } : link));
}

/**
 * The chain with a link put in so that it stands at `at`, never tagged: a chain has its tagged link. Null when that cannot
 * be: before the voice or beyond the end, a second voice, or a chain that is full (CHAIN_MAX).
 */
export function insertLink(chain: Chain, at: number, link: Link): Chain | null {
  const fits = Number.isInteger(at) && at >= 1 && at <= chain.length && chain.length < CHAIN_MAX;
  if (!fits || link.sourceType === 'author') return null;
  return [...chain.slice(0, at), { ...link, tagged: false }, ...chain.slice(at)];
}

/** The chain without the link at `at`; null for the voice, the tagged link, and where there is none. */
export function removeLink(chain: Chain, at: number): Chain | null {
  if (!isMovable(chain, at) || chain[at]?.tagged) return null;
  return chain.filter((_, place) => place !== at);
}

/** The chain with the link at `from` standing at `to`; null where the voice would move, or where there is no such place. */
export function moveLink(chain: Chain, from: number, to: number): Chain | null {
  if (!isMovable(chain, from) || !isMovable(chain, to)) return null;
  if (from === to) return chain;
  const others = chain.filter((_, place) => place !== from);
  return [...others.slice(0, to), chain[from] as Link, ...others.slice(to)];
}

/** Everything behind the voice. */
function isMovable(chain: Chain, at: number): boolean {
  return Number.isInteger(at) && at >= 1 && at < chain.length;
}

/**
 * What is wrong with a chain, in a sentence for the one who made it, or null. Cue spans are looked at where the text is
 * (mutations.ts), the bounds of each field where it comes in (schema.ts). Linear.
 */
export function checkChain(chain: Chain): string | null {
  const [voice, ...others] = chain;
  if (voice?.sourceType !== 'author') return 'A chain begins with the article’s own voice.';
  if (others.some(({ sourceType }) => sourceType === 'author')) return 'The article’s own voice stands only at the beginning of a chain.';
  if (chain.length > CHAIN_MAX) return `A chain has at most ${CHAIN_MAX} links: nobody can check so many hands.`;
  const marks = chain.filter(({ tagged }) => tagged).length;
  if (marks !== 1) return 'Exactly one link of a chain is the one who is presented as speaking.';
  for (const { sourceType, source, anonymity } of chain) {
    const { label, source: need } = SOURCE_TYPE_FACTS[sourceType];
    if (need === 'required' && source === null) return `“${label}” needs a source.`;
    if (need === 'none' && source !== null) return `“${label}” has no source.`;
    if (anonymity !== null && !isAnonymous(sourceType)) return 'Only somebody who is not named has an anonymity record.';
  }
  return null;
}
