import { z } from 'zod';
import { type Anonymity, NO_ANONYMITY } from '@/lib/attribution/anonymity';
import { newLink } from '@/lib/attribution/chain';
import { isAnonymous, type Link } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { RELATIONS, type Relation } from '@/lib/claims/relation';
import { required } from '@/lib/kernel/assert';
import { readSample } from '../../factories/sample';
import { aCue, aSource } from '../attribution/links';

const annotationInput = z.object({
  sources: z.record(
    z.string(),
    z.object({
      name: z.string(),
      type: z.enum(SOURCE_TYPES),
      descriptor: z.object({ howTheyKnow: z.string().nullable() }).optional(),
    }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      span: z.object({ end: z.int() }),
      chain: z.array(z.object({ sourceId: z.string(), relation: z.string(), explicit: z.boolean(), cue: z.string().optional() })),
      sourceType: z.enum(SOURCE_TYPES),
    }),
  ),
  relations: z.array(
    z.object({ type: z.string(), from: z.string().optional(), to: z.string().optional(), claims: z.array(z.string()).optional() }),
  ),
});

type Annotation = z.infer<typeof annotationInput>;

/**
 * The worked annotation as claims with chains: its own ids, cues at their place, Reuters read by us. The text has no
 * character outside the BMP, so that its code points are our offsets.
 */
export function readSampleClaims() {
  const { text: bytes, annotation } = readSample();
  const text = new TextDecoder().decode(bytes);
  const parsed = annotationInput.parse(annotation);
  const relations = toRelations(parsed);
  return parsed.claims.map(({ id, chain, sourceType, span }) => {
    const types = chain.map(({ sourceId }) => required(parsed.sources[sourceId], `the annotation knows ${sourceId}`).type);
    const mark = types.indexOf(sourceType);
    const links = chain.map((link, at) => toLink(parsed, link, { tagged: at === mark, text, end: span.end }));
    return { id, articleId: 'sample', sourceType, chain: links, relations: relations.get(id) ?? [] };
  });
}

type Place = { readonly tagged: boolean; readonly text: string; readonly end: number };

function toLink({ sources }: Annotation, link: Annotation['claims'][number]['chain'][number], { tagged, text, end }: Place): Link {
  const { name, type, descriptor } = required(sources[link.sourceId], `the annotation knows ${link.sourceId}`);
  const source = SOURCE_TYPE_FACTS[type].source === 'none' ? null : { ...aSource(name, type), id: link.sourceId };
  const relation = LINK_RELATIONS.find((word) => link.relation.replace(' ', '_').startsWith(word));
  const anonymity: Anonymity = {
    ...NO_ANONYMITY,
    descriptor: type === 'unspecified_source' ? '' : name,
    count: 'plural',
    basis: descriptor?.howTheyKnow ?? '',
  };
  return {
    ...newLink({ sourceType: type, source }, tagged),
    relation: required(relation, `there is a relation ${link.relation}`),
    stated: link.explicit ? 'in_text' : 'from_outside',
    reading: link.sourceId === 'reuters' ? 'read' : 'on_trust',
    cue: link.cue === undefined ? null : aCue(link.cue, text.lastIndexOf(link.cue, end)),
    anonymity: isAnonymous(type) ? anonymity : null,
  };
}

/** Each relation once, with the claim it is drawn from; claims of one origin are each tied to the first. */
function toRelations({ relations }: Annotation): ReadonlyMap<string, readonly Relation[]> {
  const byClaim = new Map<string, Relation[]>();
  for (const { type, from, to, claims } of relations) {
    const kind = RELATIONS.find((word) => word === type);
    if (kind === undefined) continue;
    const [first, ...others] = claims ?? [from ?? '', to ?? ''];
    const drawn = others.map((claimId) => ({ kind, claimId, note: '' }));
    byClaim.set(first ?? '', [...(byClaim.get(first ?? '') ?? []), ...drawn]);
  }
  return byClaim;
}

/** Reuters, attested by a person; the New York Times and all who speak through it, of one story. */
export const SAMPLE_GROUPS: readonly OriginGroup[] = [
  {
    id: 'nyt-story',
    articleId: 'sample',
    name: 'New York Times story',
    sourceIds: ['nyt', 'kremlin_sources', 'bare_sources', 'kremlin_insiders', 'western_sources'],
    reason: 'All of them are told of in one story.',
    attested: null,
    version: 1,
  },
  {
    id: 'reuters-story',
    articleId: 'sample',
    name: 'Reuters story',
    sourceIds: ['reuters'],
    reason: '',
    attested: 'Its own three sources, in a story of another year.',
    version: 1,
  },
];
