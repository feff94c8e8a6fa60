import { unite } from '@/lib/anchoring/span-set';
import { withTag } from '@/lib/attribution/chain';
import type { DetailValues } from '@/lib/claims/detail-values';
import type { Relation } from '@/lib/claims/relation';
import { type TagValues, toTagValues } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import type { Comparison } from './compare-claims';
import { type Choice, type Decision, leftOpen } from './decision';
import { evidenceKey, textOf } from './differs';
import type { Field } from './field';
import { type Parent, type ParentRef, toParentRef } from './parent';

/** The claim that comes out, to be written with links to its parents. Its relations still lead to parents (`linkConsensus`). */
export type Consensus = {
  readonly parents: readonly ParentRef[];
  readonly tag: TagValues;
  readonly details: Required<{ readonly [Part in keyof DetailValues]: NonNullable<DetailValues[Part]> }>;
};

/**
 * What a decision comes to, or null where it is that there will be no claim. A field nobody decided about is as all have it:
 * a judgement is the same in all, a text is that of whoever wrote one, lists are added up. Under `take` everything is as that
 * parent has it, and nothing of the others is. Cost grows with the parents' parts.
 *
 * @throws when the decision does not settle the comparison: that is asked first (`leftOpen`)
 */
export function consensusOf(comparison: Comparison, decision: Decision): Consensus | null {
  if (leftOpen(comparison, decision) !== null) throw new Error('Broken rule: a consensus is made of what was settled.');
  if (decision.kind === 'none') return null;
  const choices = decision.kind === 'mix' ? decision.choices : {};
  const parents = decision.kind === 'take' ? comparison.parents.filter(({ id }) => id === decision.claimId) : comparison.parents;
  const by = (field: Field) => parentOf(parents, choices[field]);
  const [source, finding] = [by('source'), { ...by('attributionCheck').finding }];
  const tag = {
    ...toTagValues(source),
    spans: spansOf(parents, choices.spans).map(({ start, end }) => ({ start, end })),
    confidence: by('confidence').confidence,
    note: joinedText('note', parents, choices.note),
  };
  return {
    parents: comparison.parents.map(toParentRef),
    tag,
    details: {
      // Who is presented as speaking comes with what is said of them, unless another chain was chosen.
      chain: withTag(parentOf(parents, choices.chain ?? choices.source).chain, source),
      finding: {
        ...finding,
        contentCheck: by('contentCheck').finding.contentCheck,
        credibility: by('credibility').finding.credibility,
        likelihood: by('likelihood').finding.likelihood,
        rationale: joinedText('rationale', parents, choices.rationale),
        correction: joinedText('correction', parents, choices.correction),
        question: joinedText('question', parents, choices.question),
      },
      evidence: gather(of('evidence'), ({ evidence }) => evidence, evidenceKey),
      flags: gather(
        of('flags'),
        ({ flags }) => flags,
        ({ flag }) => flag,
      ),
      relations: gather(
        of('relations'),
        ({ relations }) => relations,
        ({ kind, claimId }) => `${kind} ${claimId}`,
      ),
    },
  };

  function of(field: Field): readonly Parent[] {
    const choice = choices[field];
    return choice?.kind === 'from' ? [by(field)] : parents;
  }
}

function parentOf(parents: readonly Parent[], choice: Choice | undefined): Parent {
  const id = choice?.kind === 'from' ? choice.claimId : parents[0]?.id;
  return required(
    parents.find((parent) => parent.id === id),
    'a choice names a parent',
  );
}

/** In text order, none overlapping another. What nobody shares falls back to all: a claim stands on something. */
function spansOf(parents: readonly Parent[], choice: Choice | undefined): readonly TextRange[] {
  if (choice?.kind === 'own_edges') return unite(choice.spans);
  if (choice?.kind !== 'merged_edges') return parentOf(parents, choice).spans;
  const all = unite(parents.flatMap(({ spans }) => spans));
  if (choice.take === 'all') return all;
  const shared = parents.reduce<readonly TextRange[]>((left, { spans }) => intersect(left, unite(spans)), all);
  return shared.length === 0 ? all : shared;
}

function intersect(a: readonly TextRange[], b: readonly TextRange[]): readonly TextRange[] {
  return a.flatMap((one) =>
    b.map((other) => toTextRange(Math.max(one.start, other.start), Math.min(one.end, other.end))).filter(({ start, end }) => start < end),
  );
}

function joinedText(field: Field, parents: readonly Parent[], choice: Choice | undefined): string {
  if (choice?.kind === 'from') return textOf(field, parentOf(parents, choice));
  return [...new Set(parents.map((parent) => textOf(field, parent)).filter((text) => text !== ''))].join('\n\n');
}

/** Each thing once, as the first who names it has it. */
function gather<Thing>(
  parents: readonly Parent[],
  list: (parent: Parent) => readonly Thing[],
  keyOfThing: (thing: Thing) => string,
): readonly Thing[] {
  const things = new Map<string, Thing>();
  for (const thing of parents.flatMap(list)) if (!things.has(keyOfThing(thing))) things.set(keyOfThing(thing), thing);
  return [...things.values()];
}

/**
 * The relations of a consensus claim, leading to consensus claims: each goes from the parent it was drawn to, to what became of
 * it. One to a claim of which nothing came is left out, as is one that would lead back to the claim itself.
 *
 * @param ownId the consensus claim's id
 * @param consensusIdOf the id of the consensus claim made of this parent, or null
 */
export function linkConsensus(
  relations: readonly Relation[],
  ownId: string,
  consensusIdOf: (parentId: string) => string | null,
): readonly Relation[] {
  const linked = relations.flatMap((relation) => {
    const claimId = consensusIdOf(relation.claimId);
    return claimId === null || claimId === ownId ? [] : [{ ...relation, claimId }];
  });
  return [...new Map(linked.toReversed().map((relation) => [`${relation.kind} ${relation.claimId}`, relation])).values()].toReversed();
}
