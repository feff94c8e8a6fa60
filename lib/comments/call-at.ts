import type { PersonRef } from '@/lib/kernel/person';

/** How many people are offered at a time. */
const OFFERED = 6;

/** An @ and the beginning of a name before the caret, of `length` UTF-16 units, and who it may be. */
export type Call = { readonly length: number; readonly offers: readonly PersonRef[] };

/** Who can be called where the caret stands behind `before`; null where nobody is being called, or nobody's name begins so. */
export function callAt(before: string, people: readonly PersonRef[]): Call | null {
  const [found, typed = ''] = /(?:^|[\s(“"])@([^\s@][^@\n]{0,40}|)$/u.exec(before) ?? [];
  if (found === undefined) return null;
  const begun = typed.toLowerCase();
  const offers = people.filter(({ name }) => name.toLowerCase().startsWith(begun)).slice(0, OFFERED);
  return offers.length === 0 ? null : { length: typed.length + 1, offers };
}
