import type { OriginGroup } from '@/lib/attribution/origin-group';
import { type OriginGroupInput, originGroupInput } from '@/lib/attribution/schema';

/** An origin group as its form holds it: what was typed, sound or not. */
export type GroupValues = {
  readonly name: string;
  readonly sourceIds: readonly string[];
  readonly reason: string;
  /** Whether it is said to be independent, and how that is known; the words are kept when the box is unticked. */
  readonly isAttested: boolean;
  readonly attested: string;
};

export type GroupField = 'name' | 'sourceIds' | 'reason' | 'attested';
export type GroupErrors = Readonly<Partial<Record<GroupField, string>>>;

export const NO_VALUES: GroupValues = { name: '', sourceIds: [], reason: '', isAttested: false, attested: '' };

export function toGroupValues({ name, sourceIds, reason, attested }: OriginGroup): GroupValues {
  return { name, sourceIds, reason, isAttested: attested !== null, attested: attested ?? '' };
}

export type GroupTarget = Pick<OriginGroupInput, 'key' | 'groupId' | 'articleId' | 'version'>;

/** What to send, or what is wrong with it in words, by field. Asks the schema that the server asks. */
export function checkGroup(
  target: GroupTarget,
  values: GroupValues,
): { readonly input: OriginGroupInput } | { readonly errors: GroupErrors } {
  const { name, sourceIds, reason, isAttested, attested } = values;
  const parsed = originGroupInput.safeParse({ ...target, name, sourceIds, reason, attested: isAttested ? attested : null });
  if (parsed.success) return { input: parsed.data };
  const errors: Partial<Record<GroupField, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const [field] = path;
    if (isGroupField(field)) errors[field] ??= message;
  }
  // What names no field of the form is a bug of ours, not something the person can mend.
  if (Object.keys(errors).length === 0) throw parsed.error;
  return { errors };
}

export function isGroupField(field: unknown): field is GroupField {
  return field === 'name' || field === 'sourceIds' || field === 'reason' || field === 'attested';
}
