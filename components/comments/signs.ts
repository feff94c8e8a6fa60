import type { PersonRef } from '@/lib/kernel/person';

/** A text with its caret or selection, in UTF-16 units. */
export type Put = { readonly text: string; readonly from: number; readonly to: number };

/** The text with the selection between two signs, which stays selected; where nothing is, the caret stands between them. */
export function wrapped(text: string, { from, to }: Omit<Put, 'text'>, sign: { readonly before: string; readonly after: string }): Put {
  const { before, after } = sign;
  const next = text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to);
  return { text: next, from: from + before.length, to: to + before.length };
}

export type Offer = PersonRef & { readonly put: Put };

/** How many people are offered at a time. */
const OFFERED = 5;

/** Who can be called where the caret stands behind an @ and the beginning of a name; null elsewhere, and where the name is whole. */
export function callAt(
  text: string,
  caret: number,
  people: readonly PersonRef[],
): { readonly first: Put; readonly offers: readonly Offer[] } | null {
  const [found, typed = ''] = /(?:^|\s)@([^\s@][^@\n]{0,40}|)$/u.exec(text.slice(0, caret)) ?? [];
  if (found === undefined) return null;
  const begun = typed.toLowerCase();
  const begin = caret - typed.length;
  const offers = people
    .filter(({ name }) => name.toLowerCase().startsWith(begun) && name !== typed)
    .slice(0, OFFERED)
    .map(({ id, name }) => {
      const rest = text.slice(caret);
      const next = `${text.slice(0, begin)}${name}${rest.startsWith(' ') ? '' : ' '}${rest}`;
      return { id, name, put: { text: next, from: begin + name.length + 1, to: begin + name.length + 1 } };
    });
  const [first] = offers;
  return first === undefined ? null : { first: first.put, offers };
}
