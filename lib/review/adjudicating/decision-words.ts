import type { Decision } from '@/lib/adjudication/decision';
import { FIELD_FACTS, type Field } from '@/lib/adjudication/field';
import type { Parent } from '@/lib/adjudication/parent';

/** A decision in a few words, for the middle of a sentence: “as Bo Second has it”, “no claim: not a statement”. */
export function decisionWords(decision: Decision, parents: readonly Pick<Parent, 'id' | 'createdBy'>[]): string {
  switch (decision.kind) {
    case 'agreed':
      return 'as all have it';
    case 'take':
      return `as ${parents.find(({ id }) => id === decision.claimId)?.createdBy.name ?? 'somebody'} has it`;
    case 'none':
      return `no claim: ${decision.reason}`;
    case 'mix': {
      const fields = (Object.keys(decision.choices) as Field[]).map((field) => FIELD_FACTS[field].label.toLowerCase());
      return fields.length === 0 ? 'nothing yet' : `field by field (${fields.join(', ')})`;
    }
  }
}
