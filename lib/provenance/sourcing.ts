import { type Corroboration, type SupportedClaim, supportsOf } from '@/lib/attribution/corroboration';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { type Origins, originsOf } from '@/lib/attribution/origins';
import type { SourceType } from '@/lib/attribution/source-type';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { Confidence } from '@/lib/claims/confidence';
import { type FlagContext, type FlaggedClaim, flagContextOf, flagsOf, type StandingFlag } from '@/lib/claims/flags';
import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { Frame } from '@/lib/frame/frame';
import { atOnce, type Steps } from '@/lib/kernel/pause';
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
  return atOnce(sourcingSteps(claims, groups)).sourcing;
}

/** A sourcing and what was worked out on the way to it, for who asks more of the same claims. */
export type WorkedOut = {
  readonly sourcing: Sourcing;
  /** Of the claims that count. */
  readonly flags: ReadonlyMap<string, readonly StandingFlag[]>;
  readonly context: FlagContext;
  readonly origins: Origins;
};

/** The words in which sourcing is told; screens have English. */
type SourcingFrame = Pick<Frame, 'provenance' | 'attribution'>;
const SCREEN: SourcingFrame = { provenance: PROVENANCE, attribution: ATTRIBUTION };

/** The same in steps: each takes some ten milliseconds for ten thousand claims. */
export function* sourcingSteps(
  claims: readonly SourcingClaim[],
  groups: readonly OriginGroup[],
  frame: SourcingFrame = SCREEN,
): Steps<WorkedOut> {
  const counted = claims.filter(({ state }) => state !== 'rejected');
  const context = flagContextOf(counted);
  yield;
  const flags = new Map<string, readonly StandingFlag[]>();
  for (const claim of counted) {
    flags.set(claim.id, flagsOf(claim, context));
    if (flags.size % CLAIMS_A_STEP === 0) yield;
  }
  const standing = counted.map(({ id }) => [id, (flags.get(id) ?? []).flatMap(({ flag, dismissed }) => (dismissed ? [] : flag))] as const);
  const origins = originsOf(counted, groups);
  yield;
  const label = labelOf(counted, groups, new Map(standing), origins);
  yield;
  const graph = buildGraph(counted, null, frame);
  yield;
  const drawn = drawGraph(graph, frame);
  yield;
  const speakers = whoSpeaks(counted, groups, origins, frame);
  const rejected = claims.filter(({ state }) => state === 'rejected');
  const sourcing = { claims: counted, rejected, label, sentences: labelSentences(label, frame), graph, ...drawn, speakers };
  return { sourcing, flags, context, origins };
}

/** Where claims are taken one by one, how many make a step. */
const CLAIMS_A_STEP = 1000;

/** The graph as the page draws it. Linear in nodes and edges, n log n in a column. */
export function drawGraph(
  graph: ProvenanceGraph,
  { provenance }: Pick<SourcingFrame, 'provenance'> = SCREEN,
): Pick<Sourcing, 'layout' | 'folded'> {
  const drawable = toDrawable(graph);
  const options = { width: GRAPH_WIDTH, columnMax: COLUMN_MAX, othersName: provenance.graph.others };
  return { layout: layoutGraph(drawable.graph, options), folded: drawable.shallow };
}

/**
 * How well each of the claims asked for is supported, by id. Looks at all claims once, since ties lead through others.
 * `origins` of these claims and groups, where the caller has them already.
 */
export function corroborationsOf(
  claims: readonly SourcingClaim[],
  groups: readonly OriginGroup[],
  asked: readonly string[],
  origins: Origins = originsOf(claims, groups),
): ReadonlyMap<string, Corroboration> {
  const supports = supportsOf(claims, origins);
  return new Map(asked.map((id) => [id, supports.count(id)]));
}
