import type { Chain } from '@/lib/attribution/chain';
import { handOf } from '@/lib/attribution/hand';
import { SOURCE_CLASSES, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { strengthOf } from '@/lib/attribution/strength';
import { CONFIDENCES, type Confidence } from '../confidence';
import type { ContentCheck } from '../finding';
import { QUEUE_CHECKS, QUEUE_DISAGREEMENTS, QUEUE_HANDS, QUEUE_STRENGTHS, type QueueDisagreement } from './choices';

/** Whether another claim of the article contradicts it, from whichever side that was drawn. */
const CONTRADICTIONS = ['none', 'contradicts'] as const;

/** What the queue is narrowed by that has few choices: each claim has exactly one of each. */
const FIELDS = {
  disagreement: QUEUE_DISAGREEMENTS,
  class: SOURCE_CLASSES,
  confidence: CONFIDENCES,
  strength: QUEUE_STRENGTHS,
  hand: QUEUE_HANDS,
  check: QUEUE_CHECKS,
  bears: CONTRADICTIONS,
} as const;

export type CellField = keyof typeof FIELDS;
export type CellChoices = { readonly [Field in CellField]: (typeof FIELDS)[Field][number] };
/** The cells with these choices; what is undefined does not matter. */
export type CellFilter = { readonly [Field in CellField]?: CellChoices[Field] | undefined };

const NAMES = Object.keys(FIELDS) as readonly CellField[];

/**
 * The choices of one claim as one number, so that claims that are alike in all of them stand together: a filter on any of
 * them is then a few runs of an index, each in order, whatever else it leaves open.
 *
 *     ((((((disagreement · 6) + class) · 3 + confidence) · 6 + strength) · 4 + hand) · 2 + check) · 2 + bears        0 to 6911
 *
 * Of these some hundred occur: class, strength and hand hang together. The order of a choice in its tuple is stored by
 * this: whoever changes a tuple renews the queue in a migration.
 */
export function toCell(choices: CellChoices): number {
  return NAMES.reduce((cell, name) => cell * FIELDS[name].length + (FIELDS[name] as readonly string[]).indexOf(choices[name]), 0);
}

/** Back again. Each is worked out once. */
export function fromCell(cell: number): CellChoices {
  const known = KNOWN.get(cell);
  if (known !== undefined) return known;
  const choices: Record<string, string> = {};
  let rest = cell;
  for (const name of NAMES.toReversed()) {
    const of = FIELDS[name];
    choices[name] = of[rest % of.length] as string;
    rest = Math.floor(rest / of.length);
  }
  KNOWN.set(cell, choices as CellChoices);
  return choices as CellChoices;
}

const KNOWN = new Map<number, CellChoices>();

export function isInCell(cell: number, filter: CellFilter): boolean {
  const choices = fromCell(cell);
  for (const name of NAMES) if (filter[name] !== undefined && filter[name] !== choices[name]) return false;
  return true;
}

/** What the tag, the chain and the finding of a claim come to: strength and hand by the one rule there is for each. Linear in the chain. */
export function choicesOf(claim: {
  readonly sourceType: SourceType;
  readonly confidence: Confidence;
  readonly chain: Chain;
  readonly contentCheck: ContentCheck;
  readonly contradicted: boolean;
  readonly disagreement: QueueDisagreement;
}): CellChoices {
  const hand = handOf(claim.chain);
  return {
    disagreement: claim.disagreement,
    class: toSourceClass(claim.sourceType),
    confidence: claim.confidence,
    strength: String(strengthOf(claim.chain).value) as CellChoices['strength'],
    hand: (hand === null ? 'none' : String(Math.min(hand, 3))) as CellChoices['hand'],
    check: claim.contentCheck === 'not_checked' ? 'not_checked' : 'checked',
    bears: claim.contradicted ? 'contradicts' : 'none',
  };
}
