/** Several articles as one ZIP with a file for each, or as one table with a row for each claim. */
const MANY_FORMS = ['archive', 'table'] as const;
export type ManyForm = (typeof MANY_FORMS)[number];

export function isManyForm(word: string): word is ManyForm {
  return (MANY_FORMS as readonly string[]).includes(word);
}
