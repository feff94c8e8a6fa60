import { type Anonymity, NO_ANONYMITY, PROXIMITIES, type Proximity } from '@/lib/attribution/anonymity';
import { type Chain, newLink } from '@/lib/attribution/chain';
import { type Cue, type Hedge, type HedgeKind, isAnonymous, type Link } from '@/lib/attribution/link';
import { LINK_RELATIONS, type LinkRelation } from '@/lib/attribution/link-relation';
import { kindForSourceType } from '@/lib/attribution/source-kind';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { required } from '@/lib/kernel/assert';
import type { Source } from '@/lib/sources/source';
import type { CodePointIndex } from '@/lib/text/code-points';
import { type CodePointOffset, type TextRange, toTextRange } from '@/lib/text/offset';
import type { AnnotatedClaim, Annotation } from './annotation';

export type SampleText = { readonly text: string; readonly index: CodePointIndex };

/** The annotation's words for hedges. How often ("often") is a number that is not given, like how many. */
const HEDGES: Readonly<Record<string, HedgeKind>> = {
  'vague quantity': 'vague_quantity',
  'vague frequency': 'vague_quantity',
  'vague time': 'vague_time',
  'epistemic adverb': 'adverb',
  'weak reporting verb': 'weak_verb',
  'non-factive reporting verb': 'weak_verb',
  'factive reporting verb': 'factive_verb',
  conative: 'attempt',
  concessive: 'concession',
  'agentless passive': 'impersonal',
  'impersonal factive frame': 'impersonal',
  presupposition: 'presupposition',
};

/** Whose own publication the annotation's notes quote beyond what the article tells: it was read. */
const READ = 'reuters';

/**
 * A claim's chain as the annotation has it; its sources have their names for ids, since no desk knows them yet. The
 * tagged link is the first whose type is the claim's. Throws on words that the text does not have.
 */
export function toSampleChain(claim: AnnotatedClaim, sources: Annotation['sources'], place: SampleText): Chain {
  const types = claim.chain.map(({ sourceId }) => required(sources[sourceId], `the annotation knows the source ${sourceId}`).type);
  const mark = types.indexOf(claim.sourceType);
  const links = claim.chain.map((link, at): Link => {
    const type = required(types[at], 'every link has a type');
    const entry = required(sources[link.sourceId], 'the annotation knows its sources');
    return {
      ...newLink({ sourceType: type, source: toSource(entry) }, at === mark),
      relation: toRelation(link.relation),
      stated: link.explicit ? 'in_text' : 'from_outside',
      reading: link.sourceId === READ ? 'read' : 'on_trust',
      cue: link.cue === undefined ? null : nearestCue(place, link.cue, claim),
      anonymity: isAnonymous(type) ? toAnonymity(entry) : null,
    };
  });
  const hedges = claim.hedges.map((hedge) => toHedge(hedge, place));
  return links.map((link, at) => ({ ...link, hedges: hedges.filter((hedge) => linkOf(hedge, links, mark) === at) }));
}

type SourceEntry = Annotation['sources'][string];

/** As the bare tag has it: a source where its type asks for one, none where it may be left out. */
function toSource({ name, type }: SourceEntry): Source | null {
  const kind = kindForSourceType(type);
  return kind === null || SOURCE_TYPE_FACTS[type].source !== 'required' ? null : { id: name, name, kind };
}

function toAnonymity({ type, mention, descriptor }: SourceEntry): Anonymity | null {
  if (descriptor === undefined) return null;
  const proximity = descriptor.proximity?.replace(' ', '_') as Proximity | undefined;
  return {
    ...NO_ANONYMITY,
    descriptor: type === 'unspecified_source' ? '' : (mention?.exact ?? ''),
    count: descriptor.count.startsWith('plural') ? 'plural' : null,
    // Where the annotation says how they know instead of how near they are, the article does not say how near.
    proximity: proximity !== undefined && PROXIMITIES.includes(proximity) ? proximity : 'unspecified',
    basis: descriptor.howTheyKnow ?? '',
  };
}

function toRelation(words: string): LinkRelation {
  const relation = words.startsWith('tells ') ? 'tells' : (words.replace(' ', '_') as LinkRelation);
  if (!LINK_RELATIONS.includes(relation)) throw new Error(`The sample's chains have a relation that is not known: ${words}.`);
  return relation;
}

function toHedge({ start, end, kind }: AnnotatedClaim['hedges'][number], { text, index }: SampleText): Hedge {
  const [name = ''] = kind.split(':');
  const range = toTextRange(index.toTextOffset(start as CodePointOffset), index.toTextOffset(end as CodePointOffset));
  return { ...range, quote: text.slice(range.start, range.end), kind: required(HEDGES[name], `the hedge “${name}” has a kind`) };
}

/** The link that a hedge belongs to: the one within whose cue it stands, else the tagged one, whose content it weakens. */
function linkOf(hedge: TextRange, links: readonly Link[], mark: number): number {
  const within = links.findIndex(({ cue }) => cue !== null && cue.start <= hedge.start && hedge.end <= cue.end);
  return within === -1 ? mark : within;
}

/** The annotation gives the words of a link without their place: it is the one nearest to the claim's span. */
function nearestCue({ text, index }: SampleText, words: string, { id, span }: AnnotatedClaim): Cue {
  const from = index.toTextOffset(span.start as CodePointOffset);
  const to = index.toTextOffset(span.end as CodePointOffset);
  let nearest: number | null = null;
  const distance = (at: number) => Math.max(from - (at + words.length), at - to, 0);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (nearest === null || distance(at) < distance(nearest)) nearest = at;
  }
  if (nearest === null) throw new Error(`The sample's claim ${id} has a cue that is not in the text: ${words}.`);
  return { ...toTextRange(nearest, nearest + words.length), quote: words };
}
