import { type Chain, taggedLink } from '@/lib/attribution/chain';
import { findCycles } from '@/lib/attribution/circular';
import { isAnonymous, isOutside, type Link } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import { LINK_RELATION_FACTS } from '@/lib/attribution/link-relation';
import { toSourceClass } from '@/lib/attribution/source-type';
import { speaks } from '@/lib/attribution/speaking';
import type { Finding } from './finding';
import { FLAG_DEFINITIONS, FLAGS, type Flag, type FlagMark } from './flag';
import type { Relation } from './relation';

/** A flag as it stands: computed from the data or set by a person, and perhaps dismissed by one. Never stored as such. */
export type StandingFlag = {
  readonly flag: Flag;
  /** `data` while it follows from the claim, whatever a person said of it as well. */
  readonly from: 'data' | 'person';
  /** A person said that it does not hold. It stays in the list, struck through, with their note. */
  readonly dismissed: boolean;
  /** The person's words; empty when nobody said anything. */
  readonly note: string;
  /** A sentence: what in the claim brings it; for a flag that a person set, what it means. */
  readonly why: string;
};

export type FlaggedClaim = {
  readonly id: string;
  readonly chain: Chain;
  readonly finding: Pick<Finding, 'attributionCheck'>;
  readonly flags: readonly FlagMark[];
  readonly relations: readonly Relation[];
};

/** What one claim cannot know of itself. */
export type FlagContext = {
  readonly contradicted: ReadonlySet<string>;
  readonly circular: ReadonlySet<string>;
};

/** The context of the claims of one article, to be made once for all of them. Linear in links and relations. */
export function flagContextOf(claims: readonly Pick<FlaggedClaim, 'id' | 'chain' | 'relations'>[]): FlagContext {
  const known = new Set(claims.map(({ id }) => id));
  const pairs = claims.flatMap(({ id, relations }) =>
    relations
      .filter(({ kind, claimId }) => kind === 'contradicts' && claimId !== id && known.has(claimId))
      .map(({ claimId }) => [id, claimId]),
  );
  return { contradicted: new Set(pairs.flat()), circular: findCycles(claims).claimIds };
}

/**
 * The flags of a claim in the order of FLAGS: those that follow from its data, those a person set, and those a person
 * dismissed. Every mark of a person is in the list, also one whose reason has gone since: a note is never lost.
 * Linear in the chain and its hedges.
 */
export function flagsOf(claim: FlaggedClaim, context: FlagContext): readonly StandingFlag[] {
  const computed = computeFlags(claim, context);
  const marks = new Map(claim.flags.map((mark) => [mark.flag, mark]));
  return FLAGS.flatMap((flag) => {
    const why = computed.get(flag);
    const mark = marks.get(flag);
    if (why === undefined && mark === undefined) return [];
    return {
      flag,
      from: why === undefined ? 'person' : 'data',
      dismissed: mark?.verdict === 'dismissed',
      note: mark?.note ?? '',
      why: why ?? FLAG_DEFINITIONS[flag],
    };
  });
}

/** What follows from the data, with the reason. The first link that brings a flag gives its words. */
function computeFlags({ id, chain, finding }: FlaggedClaim, context: FlagContext): ReadonlyMap<Flag, string> {
  const found = new Map<Flag, string>();
  const put = (flag: Flag, why: string) => {
    if (!found.has(flag)) found.set(flag, why);
  };
  chain.forEach((link, at) => {
    for (const [flag, why] of flagsOfLink(link, at < chain.length - 1)) put(flag, why);
  });
  if (taggedLink(chain).sourceType === 'author') put('unattributed', FLAG_DEFINITIONS.unattributed);
  if (finding.attributionCheck === 'hedge_dropped') put('dropped_hedge', 'The attribution check found that a hedge was dropped.');
  if (finding.attributionCheck === 'link_missing') put('missing_link', 'The attribution check found that a link was left out.');
  if (context.contradicted.has(id)) put('internal_contradiction', FLAG_DEFINITIONS.internal_contradiction);
  const again = findRepeated(chain);
  if (again !== null) put('circular', `${linkWords(again)} stands in this chain more than once: a link too many, or it cites itself.`);
  if (context.circular.has(id)) put('circular', FLAG_DEFINITIONS.circular);
  return found;
}

/** The first link whose source stood further out already, as two links do whose sources were merged; or null. */
function findRepeated(chain: Chain): Link | null {
  const seen = new Set<string>();
  for (const link of chain) {
    if (link.source === null) continue;
    if (seen.has(link.source.id)) return link;
    seen.add(link.source.id);
  }
  return null;
}

type Reason = readonly [Flag, string];

function flagsOfLink(link: Link, hasMoreBehind: boolean): readonly Reason[] {
  const words = linkWords(link);
  const reasons: Reason[] = [];
  const unnamed = isAnonymous(link.sourceType) && speaks(link);
  if (unnamed && link.sourceType !== 'unspecified_source') reasons.push(['anonymous', `Not named: ${words}.`]);
  if (link.sourceType === 'unspecified_source') reasons.push(['bare_sources', `Not described: ${words}.`]);
  if (unnamed) reasons.push(...whatIsMissing(link, words));
  if (link.sourceType === 'impersonal') reasons.push(['impersonal', FLAG_DEFINITIONS.impersonal]);
  if (toSourceClass(link.sourceType) === 'relay' && hasMoreBehind) {
    reasons.push(['secondary_report', `${words} passes on what somebody behind it said.`]);
  }
  if (isOutside(link.stated)) reasons.push(['missing_link', `Not mentioned in the claim’s own sentence: ${words}.`]);
  const factive = factiveWords(link);
  if (factive !== null) reasons.push(['factive_verb', `Presented as established by ${factive}.`]);
  return reasons;
}

/** A record that was never made, or is empty, leaves everything open. A plural without a number is no number; a person is one. */
function whatIsMissing({ sourceType, anonymity: record }: Link, words: string): readonly Reason[] {
  const reasons: Reason[] = [];
  const isOne = sourceType === 'unnamed_person' || record?.count === 'one';
  const counted = isOne || (record?.count === 'exact' && record.number !== null);
  if (!counted) reasons.push(['count_not_given', `How many there are is not given: ${words}.`]);
  if ((record?.reason ?? '').trim() === '') reasons.push(['no_reason_for_anonymity', `Why they are not named is not given: ${words}.`]);
  if ((record?.basis ?? '').trim() === '') reasons.push(['no_basis_of_knowledge', `How they know is not given: ${words}.`]);
  return reasons;
}

/** The words that present a link's content as fact. Only the article's words do: a link known from outside has none. */
function factiveWords({ stated, relation, hedges }: Link): string | null {
  if (isOutside(stated)) return null;
  const hedge = hedges.find(({ kind }) => kind === 'factive_verb');
  if (hedge !== undefined) return `“${hedge.quote}”`;
  const { factive, label } = LINK_RELATION_FACTS[relation];
  return factive ? `its verb (${label})` : null;
}
