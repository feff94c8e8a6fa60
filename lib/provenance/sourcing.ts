import { type Corroboration, type SupportedClaim, supportsOf } from '@/lib/attribution/corroboration';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { originsOf } from '@/lib/attribution/origins';
import type { SourceType } from '@/lib/attribution/source-type';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { Confidence } from '@/lib/claims/confidence';
import { type FlaggedClaim, flagContextOf, flagsOf } from '@/lib/claims/flags';
import type { Source } from '@/lib/sources/source';
import { buildGraph, type ProvenanceGraph } from './graph';
import { type GraphLayout, layoutGraph } from './graph-layout';
import { labelOf, type SourcingLabel } from './label';
import { type LabelSentence, labelSentences } from './label-sentences';
import { toDrawable } from './shallow-graph';
import { type SpeakerRow, whoSpeaks } from './who-speaks';

/** An article as its sourcing is shown: what it is called and how much text there is, without the text. */
export type ArticleFacts = {
  readonly id: string;
  readonly title: string;
  /** The number of its current revision, with that revision's counts and the hex SHA-256 of its text. */
  readonly revision: number;
  readonly words: number;
  readonly codePoints: number;
  readonly sha256: string;
};

/** A claim as its label, its graph and its flags need it: less than a Claim, which is one. */
export type SourcingClaim = FlaggedClaim &
  SupportedClaim & {
    readonly articleId: string;
    readonly number: number;
    readonly sourceType: SourceType;
    readonly source: Source | null;
    readonly confidence: Confidence;
    readonly state: ClaimState;
  };

/** The words a claim is about, one entry a span. */
export type ClaimQuote = { readonly claimId: string; readonly parts: readonly string[] };

/** Everything the sourcing page shows of its claims, each computed once. */
export type Sourcing = {
  /** The claims that count, in the order given. */
  readonly claims: readonly SourcingClaim[];
  /** Those that do not: an editor rejected them. */
  readonly rejected: readonly SourcingClaim[];
  readonly label: SourcingLabel;
  readonly sentences: readonly LabelSentence[];
  readonly graph: ProvenanceGraph;
  readonly layout: GraphLayout;
  /** Ways too long to draw were folded: what leads back in the picture need not be a ring (shallow-graph.ts). */
  readonly folded: boolean;
  readonly speakers: readonly SpeakerRow[];
};

/** The width the graph is drawn for, in pixels: the page's column. It is scaled to the room there is. */
const GRAPH_WIDTH = 1088;

/** A column of more nodes is taller than a window: the smallest are gathered into one, and the table of who speaks has them all. */
const COLUMN_MAX = 14;

/**
 * @param claims of one article, in text order, each once
 * @param groups the article's origin groups
 * Cost: near linear in claims and their links.
 */
export function toSourcing(claims: readonly SourcingClaim[], groups: readonly OriginGroup[]): Sourcing {
  const counted = claims.filter(({ state }) => state !== 'rejected');
  const context = flagContextOf(counted);
  const flags = counted.map((claim) => {
    const standing = flagsOf(claim, context).filter(({ dismissed }) => !dismissed);
    return [claim.id, standing.map(({ flag }) => flag)] as const;
  });
  const origins = originsOf(counted, groups);
  const label = labelOf(counted, groups, new Map(flags), origins);
  const graph = buildGraph(counted);
  return {
    claims: counted,
    rejected: claims.filter(({ state }) => state === 'rejected'),
    label,
    sentences: labelSentences(label),
    graph,
    ...drawGraph(graph),
    speakers: whoSpeaks(counted, groups, origins),
  };
}

/** The graph as the page draws it. Linear in nodes and edges, n log n in a column. */
export function drawGraph(graph: ProvenanceGraph): Pick<Sourcing, 'layout' | 'folded'> {
  const drawable = toDrawable(graph);
  return { layout: layoutGraph(drawable.graph, { width: GRAPH_WIDTH, columnMax: COLUMN_MAX }), folded: drawable.shallow };
}

/** How well each of the claims asked for is supported, by id. Looks at all claims once, since ties lead through others. */
export function corroborationsOf(
  claims: readonly SourcingClaim[],
  groups: readonly OriginGroup[],
  asked: readonly string[],
): ReadonlyMap<string, Corroboration> {
  const supports = supportsOf(claims, originsOf(claims, groups));
  return new Map(asked.map((id) => [id, supports.count(id)]));
}
