import type { Chain } from '@/lib/attribution/chain';
import type { Evidence } from '@/lib/claims/evidence';
import { type Finding, NO_FINDING } from '@/lib/claims/finding';
import { FLAGS, type Flag, type FlagMark } from '@/lib/claims/flag';
import { type FlagContext, flagsOf } from '@/lib/claims/flags';
import { RELATIONS, type Relation, type RelationKind } from '@/lib/claims/relation';
import type { AnnotatedClaim, Annotation } from './annotation';

/** Added flags whose reason is not in their claim's note. */
const UNEXPLAINED: Readonly<Record<string, Flag>> = { c03: 'superlative', c20: 'plural_sources_suspect' };

/**
 * The annotation's flags as marks by a person: those of FLAGS that do not follow from the claim's data. Each has the
 * claim's note where that says why, or the words it is about (“loaded_language:aggressive policies”). Names that are not
 * in FLAGS stay out; their sense is in the notes.
 */
export function toFlagMarks({ id, flags, notes }: AnnotatedClaim, chain: Chain, context: FlagContext): readonly FlagMark[] {
  const claim = { id, chain, finding: SAMPLE_FINDINGS[id] ?? NO_FINDING, flags: [], relations: [] };
  const computed = new Set(flagsOf(claim, context).map(({ flag }) => flag));
  return flags.flatMap((words) => {
    const [name = '', about = ''] = words.split(':');
    const flag = FLAGS.find((known) => known === name);
    if (flag === undefined || computed.has(flag)) return [];
    const note = about === '' ? notes : `“${about}”`;
    return { flag, verdict: 'added' as const, note: UNEXPLAINED[id] === flag ? '' : note };
  });
}

/** Flags that name another claim, and the relation that each is. */
const RELATION_FLAGS: Readonly<Record<string, RelationKind>> = {
  contradicts: 'contradicts',
  internal_contradiction: 'contradicts',
  tension: 'tension',
};

/**
 * How claims bear on each other, by claim id: what the annotation lists, then what its flags say, each pair once. All are
 * symmetric, so each is drawn from the later claim to the earlier one, which is there when the later one is written.
 */
export function toRelations({ claims, relations }: Annotation): ReadonlyMap<string, readonly Relation[]> {
  const order = new Map(claims.map(({ id }, at) => [id, at]));
  const drawn = new Map<string, Map<string, Relation>>(claims.map(({ id }) => [id, new Map()]));
  const draw = (kind: RelationKind, a: string, b: string, note: string) => {
    const [earlier, later] = (order.get(a) ?? 0) < (order.get(b) ?? 0) ? [a, b] : [b, a];
    const own = drawn.get(later);
    if (own !== undefined && order.has(earlier) && !own.has(`${kind} ${earlier}`)) {
      own.set(`${kind} ${earlier}`, { kind, claimId: earlier, note });
    }
  };
  for (const { type, from, to, note = '' } of relations) {
    const kind = RELATIONS.find((known) => known === type);
    if (kind !== undefined && from !== undefined && to !== undefined) draw(kind, from, to, note);
  }
  for (const { id, flags } of claims) {
    for (const words of flags) {
      const [name = '', other = ''] = words.split(':');
      const kind = RELATION_FLAGS[name];
      if (kind !== undefined && other !== '') draw(kind, id, other, '');
    }
  }
  return new Map([...drawn].map(([id, own]) => [id, [...own.values()]]));
}

/** What the annotation's notes say about checking, and what they leave to be asked, in the form of a finding. All other claims are not checked. */
export const SAMPLE_FINDINGS: Readonly<Record<string, Finding>> = {
  c01: {
    ...NO_FINDING,
    attributionCheck: 'link_missing',
    rationale: 'The body attributes this to The New York Times and to unnamed sources; the headline to nobody.',
    correction: 'Close Putin Ally Said to Have Urged Russian Leader to Halt War in Ukraine and Pursue Negotiations',
  },
  c04: { ...NO_FINDING, question: 'How many people say so, and how do they know what Kozak proposed?' },
  c13: { ...NO_FINDING, question: 'Who notes it?' },
  c17: { ...NO_FINDING, contentCheck: 'not_checkable', rationale: 'A prediction: it cannot be checked now.' },
  c23: {
    ...NO_FINDING,
    attributionCheck: 'link_missing',
    rationale: 'Reuters’ report rests on three anonymous people and gives the Kremlin’s denial. The article has neither.',
  },
  c26: { ...NO_FINDING, contentCheck: 'confirmed', rationale: 'An established fact, which needs no attribution.' },
};

/** On what. The annotation gives no address, so none is given here. */
export const SAMPLE_EVIDENCE: Readonly<Record<string, Omit<Evidence, 'id'>>> = {
  c23: {
    kind: 'document',
    title: 'The report by Reuters, 2022',
    url: null,
    archivedUrl: null,
    locator: 'its sourcing, and the Kremlin’s denial',
    retrievedOn: null,
    originGroupId: null,
    stance: 'context',
  },
};
