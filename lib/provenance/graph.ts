import type { Chain } from '@/lib/attribution/chain';
import { isOutside, type Link, type Stated } from '@/lib/attribution/link';
import { type LinkName, linkName } from '@/lib/attribution/link-name';
import { SOURCE_CLASSES, type SourceClass, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { Frame } from '@/lib/frame/frame';
import type { Source } from '@/lib/sources/source';
import { stepKey, stepsOf } from './chain-steps';
import { findClosingEdges } from './graph-cycles';

/**
 * The way claims take to the reader: from the article through relays to whoever is said to hold them.
 *
 *     article -> The New York Times -> sources close to the Kremlin -> Dmitry Kozak
 *     article -> Reuters (behind “it is known”) -> Dmitry Kozak
 *     article -> “it is also noted”
 *     article -> nobody: the article's own voice
 *
 * A node is an article, a source, the words of a link with no source, or nobody; an edge is two neighbours in a chain.
 * Each carries its claims, and a number shown is the length of that list. An impersonal phrase with somebody behind it is
 * no node: nobody stands there, so it is kept as what those behind it stand `behind`. Absent: positions (graph-layout.ts).
 */
export type ProvenanceGraph = {
  /** Articles first, then in the order of their first appearance. */
  readonly nodes: readonly GraphNode[];
  /** By their outer node, both in the order of their first appearance. */
  readonly edges: readonly GraphEdge[];
};

export type GraphNode = {
  readonly key: string;
  readonly kind: NodeKind;
  readonly name: LinkName;
  /** Set exactly when `kind` is source. */
  readonly source: Source | null;
  /** The class under which most of its claims present it, the first of equals; null for an article. */
  readonly sourceClass: SourceClass | null;
  /** Each claim once, in the order given. */
  readonly claimIds: readonly string[];
  /** Impersonal phrases through which it is brought in, and the claims of each. */
  readonly behind: readonly { readonly name: LinkName; readonly claimIds: readonly string[] }[];
};

export type NodeKind = 'article' | 'source' | 'wording' | 'nobody';

export type GraphEdge = {
  /** Node keys, the outer one first. */
  readonly from: string;
  readonly to: string;
  readonly claimIds: readonly string[];
  /** The same claims, apart by how the inner link is known and by the class of the claim's tag. Stated ones first, then by class. */
  readonly strands: readonly Strand[];
  /** It leads back to where the claims come through already (A cites B cites A). */
  readonly circular: boolean;
};

export type Strand = { readonly stated: Stated; readonly sourceClass: SourceClass; readonly claimIds: readonly string[] };

/** What the graph asks of a claim; the domain's Claim is one. */
export type GraphClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly sourceType: SourceType;
  readonly chain: Chain;
};

/** Screens have English. */
const SCREEN: GraphFrame = { provenance: PROVENANCE, attribution: ATTRIBUTION };

export type GraphFrame = Pick<Frame, 'provenance' | 'attribution'>;

/**
 * The graph of one article, or of all claims given, with a node for each article.
 *
 * @param claims each once; source ids are canonical (merged sources have one)
 * @param articleName what an article is called, by its id; “The article” where it is null
 * Costs time in proportion to the links.
 */
export function buildGraph(
  claims: readonly GraphClaim[],
  articleName: ((articleId: string) => string) | null = null,
  frame: GraphFrame = SCREEN,
): ProvenanceGraph {
  const drafts: Drafts = { articles: new Map(), sources: new Map(), words: new Map(), frame };
  const nameOf = articleName ?? (() => frame.provenance.graph.article);
  for (const claim of claims) {
    let from = articleNode(drafts, claim.articleId, nameOf);
    addClaim(from.claimIds, claim.id);
    for (const { link, behind } of stepsOf(claim.chain)) {
      const to = linkNode(drafts, link, claim.articleId);
      if (addClaim(to.claimIds, claim.id)) countType(to, link.sourceType);
      for (const phrase of behind) addBehind(to, phrase, claim.id, frame);
      addToEdge(from, to, link.stated, claim);
      from = to;
    }
  }
  const all = [...drafts.articles.values(), ...[...drafts.sources.values(), ...drafts.words.values()].sort((a, b) => a.order - b.order)];
  const places = new Map(all.map((node, place) => [node, place]));
  const closing = findClosingEdges(all.map(({ outgoing }) => [...outgoing.keys()].map((to) => places.get(to) ?? 0)));
  const edges = all.flatMap(({ outgoing }) => [...outgoing.values()]);
  return { nodes: all.map(toNode), edges: edges.map((edge, number) => toEdge(edge, closing.has(number))) };
}

/** Articles and sources by id, what has none by `stepKey`. */
type Drafts = {
  readonly articles: Map<string, NodeDraft>;
  readonly sources: Map<string, NodeDraft>;
  readonly words: Map<string, NodeDraft>;
  readonly frame: GraphFrame;
};

type NodeDraft = {
  readonly key: string;
  readonly kind: NodeKind;
  readonly name: LinkName;
  readonly source: Source | null;
  readonly claimIds: string[];
  readonly types: Map<SourceType, number>;
  readonly behind: Map<string, { readonly name: LinkName; readonly claimIds: string[] }>;
  readonly outgoing: Map<NodeDraft, EdgeDraft>;
  /** How many nodes there were before it. */
  readonly order: number;
};

/** `strands` in the order of `compareStrands`, with gaps. */
type EdgeDraft = { readonly from: string; readonly to: string; readonly claimIds: string[]; readonly strands: (StrandDraft | undefined)[] };
type StrandDraft = { readonly stated: Stated; readonly sourceClass: SourceClass; readonly claimIds: string[] };

function articleNode({ articles }: Drafts, articleId: string, articleName: (articleId: string) => string): NodeDraft {
  const known = articles.get(articleId);
  if (known !== undefined) return known;
  const name = { text: articleName(articleId), quoted: false };
  const made = newNode({ key: `article:${articleId}`, kind: 'article', name, source: null }, articles.size);
  articles.set(articleId, made);
  return made;
}

function linkNode({ sources, words, frame: { provenance, attribution } }: Drafts, link: Link, articleId: string): NodeDraft {
  const { source, sourceType } = link;
  const [home, id] = source === null ? [words, stepKey(link, articleId)] : [sources, source.id];
  const known = home.get(id);
  if (known !== undefined) return known;
  const kind = source !== null ? 'source' : sourceType === 'author' ? 'nobody' : 'wording';
  const name = kind === 'nobody' ? { text: provenance.graph.nobody, quoted: false } : linkName(link, attribution);
  const made = newNode({ key: stepKey(link, articleId), kind, name, source }, sources.size + words.size);
  home.set(id, made);
  return made;
}

function newNode(is: Pick<NodeDraft, 'key' | 'kind' | 'name' | 'source'>, order: number): NodeDraft {
  return { ...is, claimIds: [], types: new Map(), behind: new Map(), outgoing: new Map(), order };
}

/** False when the claim is in the list already. Claims come one after the other, so only the last can be this one. */
function addClaim(claimIds: string[], claimId: string): boolean {
  if (claimIds.at(-1) === claimId) return false;
  claimIds.push(claimId);
  return true;
}

function countType({ types }: NodeDraft, type: SourceType): void {
  types.set(type, (types.get(type) ?? 0) + 1);
}

function addBehind({ behind }: NodeDraft, phrase: Link, claimId: string, { attribution }: GraphFrame): void {
  const name = linkName(phrase, attribution);
  const key = name.text.toLowerCase();
  const known = behind.get(key) ?? { name, claimIds: [] };
  behind.set(key, known);
  addClaim(known.claimIds, claimId);
}

function addToEdge(from: NodeDraft, to: NodeDraft, stated: Stated, claim: GraphClaim): void {
  let edge = from.outgoing.get(to);
  if (edge === undefined) {
    edge = { from: from.key, to: to.key, claimIds: [], strands: [] };
    from.outgoing.set(to, edge);
  }
  // A chain that goes round passes here twice; the claim is still one, and known as it was first.
  if (!addClaim(edge.claimIds, claim.id)) return;
  const sourceClass = toSourceClass(claim.sourceType);
  const place = strandPlace({ stated, sourceClass });
  const strand = edge.strands[place];
  if (strand === undefined) edge.strands[place] = { stated, sourceClass, claimIds: [claim.id] };
  else strand.claimIds.push(claim.id);
}

function toNode({ key, kind, name, source, claimIds, types, behind }: NodeDraft): GraphNode {
  const byClass = new Map<SourceClass, number>();
  for (const [type, count] of types) byClass.set(toSourceClass(type), (byClass.get(toSourceClass(type)) ?? 0) + count);
  const most = SOURCE_CLASSES.filter((name) => byClass.has(name)).sort((a, b) => (byClass.get(b) ?? 0) - (byClass.get(a) ?? 0));
  return { key, kind, name, source, sourceClass: most[0] ?? null, claimIds, behind: [...behind.values()] };
}

function toEdge({ from, to, claimIds, strands }: EdgeDraft, circular: boolean): GraphEdge {
  return { from, to, claimIds, strands: strands.filter((strand) => strand !== undefined), circular };
}

/** Where a strand stands among those of its edge: stated before known from outside, then in the order of the classes. */
export function strandPlace({ stated, sourceClass }: Pick<Strand, 'stated' | 'sourceClass'>): number {
  return (isOutside(stated) ? SOURCE_CLASSES.length : 0) + SOURCE_CLASSES.indexOf(sourceClass);
}
