import type { Chain } from '@/lib/attribution/chain';
import { handOf, handWords } from '@/lib/attribution/hand';
import type { Link } from '@/lib/attribution/link';
import { type LinkName, linkName } from '@/lib/attribution/link-name';
import type { Independence, OriginGroup } from '@/lib/attribution/origin-group';
import { type Origin, type Origins, originsOf } from '@/lib/attribution/origins';
import { SOURCE_CLASSES, type SourceClass, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { isSomebody } from '@/lib/attribution/speaking';
import type { Relation } from '@/lib/claims/relation';
import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { Source } from '@/lib/sources/source';
import { stepKey, stepsOf } from './chain-steps';
import { type PresentationFrame, presentationWords } from './presentation';

/**
 * One row of “Who speaks”: the provenance graph as a table, with a row for each of its nodes but the article, so that
 * whoever reads the table has what the picture shows. Rows that lean on one origin stand together, the origin with most
 * claims first, from the outside in; after them those of no single origin, by class, the article's own voice at the foot.
 */
export type SpeakerRow = {
  /** The key of its node in the graph. */
  readonly key: string;
  readonly name: LinkName;
  readonly source: Source | null;
  /** How most of its claims present it, the first of equals, and the class of that. */
  readonly sourceType: SourceType;
  readonly sourceClass: SourceClass;
  /** “described; number, reason and basis not given”. */
  readonly presentation: string;
  /** Claims that come through it or from it, in the order given. */
  readonly claimIds: readonly string[];
  /** Those of them that the article presents as said by it (their tag). */
  readonly speaksIn: readonly string[];
  /** How far away its claims are: “second and third hand”; or “own voice”, “nobody named”, “nobody reports it”. */
  readonly reach: string;
  /** Whether we read what a newsroom or document says: “read by us”, “taken on trust”; null where there is nothing to read. */
  readonly reading: string | null;
  readonly origin: RowOrigin;
};

export type RowOrigin = {
  readonly independence: Independence;
  /** What the one origin is called that all its claims lean on: its group, else who carries it; null where there is no one origin. */
  readonly name: string | null;
  readonly origin: Origin | null;
};

/** What the table asks of a claim; the domain's Claim is one. */
export type SpeakerClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly chain: Chain;
  readonly relations: readonly Pick<Relation, 'kind' | 'claimId'>[];
};

/**
 * @param claims of one article, in text order, each once; source ids are canonical (merged sources have one)
 * @param groups the article's origin groups
 * @param origins of these claims and groups, where the caller has them already
 * Costs time in proportion to the links, plus n log n in the rows.
 */
export function whoSpeaks(
  claims: readonly SpeakerClaim[],
  groups: readonly OriginGroup[],
  origins: Origins = originsOf(claims, groups),
  frame: PresentationFrame = SCREEN,
): readonly SpeakerRow[] {
  const drafts = collect(claims, origins, frame);
  const names = new Map(drafts.flatMap(({ source }) => (source === null ? [] : [[source.id, source.name] as const])));
  const order = new Map(origins.all.map((origin, place) => [origin, place]));
  return drafts
    .map((draft) => ({ draft, row: toRow(draft, names, frame) }))
    .sort((a, b) => compareOrigins(a.row.origin.origin, b.row.origin.origin, order) || compareWithin(a, b))
    .map(({ row }) => row);
}

/** Screens have English. */
const SCREEN: PresentationFrame = { provenance: PROVENANCE, attribution: ATTRIBUTION };

type Draft = {
  readonly key: string;
  readonly name: LinkName;
  readonly source: Source | null;
  readonly claimIds: string[];
  readonly speaksIn: string[];
  readonly links: Link[];
  readonly behind: Link[];
  readonly hands: Set<number | null>;
  /** What its claims lean on; undefined among them for a claim behind which nobody stands. */
  readonly origins: Set<Origin | undefined>;
  through: number;
  /** How near to the article it comes at least: 0 is next to it. */
  depth: number;
};

/** In the order of first appearance. */
function collect(claims: readonly SpeakerClaim[], { byClaim }: Origins, { attribution }: PresentationFrame): readonly Draft[] {
  // Sources by their id as it is: making each link's key first would cost more than all the rest.
  const [sources, words] = [new Map<string, Draft>(), new Map<string, Draft>()];
  const drafts: Draft[] = [];
  for (const { id, articleId, chain } of claims) {
    const hand = handOf(chain);
    const origin = byClaim.get(id);
    stepsOf(chain).forEach(({ link, behind }, depth) => {
      const [home, key] = link.source === null ? [words, stepKey(link, articleId)] : [sources, link.source.id];
      let draft = home.get(key);
      if (draft === undefined) {
        draft = newDraft(stepKey(link, articleId), linkName(link, attribution), link, depth);
        home.set(key, draft);
        drafts.push(draft);
      }
      draft.depth = Math.min(draft.depth, depth);
      if (link.tagged) draft.speaksIn.push(id);
      // A chain that goes round comes by twice: one claim, presented as it was first.
      if (draft.claimIds.at(-1) === id) return;
      draft.claimIds.push(id);
      draft.links.push(link);
      for (const phrase of behind) draft.behind.push(phrase);
      draft.hands.add(hand);
      draft.origins.add(origin);
      if (depth > 0) draft.through += 1;
    });
  }
  return drafts;
}

function newDraft(key: string, name: LinkName, link: Link, depth: number): Draft {
  const lists = { claimIds: [], speaksIn: [], links: [], behind: [], hands: new Set<number | null>(), origins: new Set<Origin>() };
  return { key, name, source: link.source, ...lists, through: 0, depth };
}

function toRow(draft: Draft, names: ReadonlyMap<string, string>, frame: PresentationFrame): SpeakerRow {
  const { key, name, source, claimIds, speaksIn, links } = draft;
  const sourceType = mainType(links);
  const sourceClass = toSourceClass(sourceType);
  return {
    ...{ key, name, source, sourceType, sourceClass, claimIds, speaksIn },
    presentation: presentationWords(sourceType, draft, frame),
    reach: reachWords(sourceType, draft, frame),
    reading: readingWords(sourceClass, links, frame),
    origin: originOf(draft, names),
  };
}

/** The type that most links have, the first of equals. */
function mainType(links: readonly Link[]): SourceType {
  const counts = new Map<SourceType, number>();
  for (const { sourceType } of links) counts.set(sourceType, (counts.get(sourceType) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function reachWords(type: SourceType, { hands }: Draft, { provenance: { reach }, attribution }: PresentationFrame): string {
  if (type === 'author') return reach.ownVoice;
  const known = [...hands].filter((hand) => hand !== null).sort((a, b) => a - b);
  if (known.length === 0) return isSomebody(type) ? reach.nobodyReports : handWords(null, attribution);
  return attribution.hands(known);
}

function readingWords(sourceClass: SourceClass, links: readonly Link[], { provenance, attribution }: PresentationFrame): string | null {
  const read = links.filter(({ reading }) => reading === 'read').length;
  if (read === links.length) return attribution.readByUs;
  if (read > 0) return provenance.readInSome(read, links.length);
  return sourceClass === 'relay' || sourceClass === 'document' ? attribution.takenOnTrust : null;
}

/**
 * A source has the origin that all its claims lean on. One that neither carries it nor is in its group only comes through
 * it: that much is shared, and whatever else was attested of the origin was not attested of this source.
 */
function originOf({ source, origins }: Draft, names: ReadonlyMap<string, string>): RowOrigin {
  const [origin, ...more] = origins;
  if (origin === undefined || more.length > 0) return { independence: 'unknown', name: null, origin: null };
  const carrier = origin.sourceIds.map((id) => names.get(id)).find((name) => name !== undefined);
  const name = origin.groups[0]?.name ?? carrier ?? null;
  const within = source !== null && origin.sourceIds.includes(source.id);
  return { independence: within || origin.independence === 'unknown' ? origin.independence : 'shared', name, origin };
}

function compareOrigins(a: Origin | null, b: Origin | null, order: ReadonlyMap<Origin, number>): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return b.claimIds.length - a.claimIds.length || (order.get(a) ?? 0) - (order.get(b) ?? 0);
}

type Drawn = { readonly draft: Draft; readonly row: SpeakerRow };

function compareWithin(a: Drawn, b: Drawn): number {
  const byDepth = a.row.origin.origin === null ? 0 : a.draft.depth - b.draft.depth;
  return byDepth || rank(a.row) - rank(b.row) || b.row.claimIds.length - a.row.claimIds.length;
}

function rank({ sourceClass, sourceType }: SpeakerRow): number {
  return sourceType === 'author' ? SOURCE_CLASSES.length : SOURCE_CLASSES.indexOf(sourceClass);
}
