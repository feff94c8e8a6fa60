import type { ENGLISH } from './en/english';

/** The messages of a subject in any language: what English has, each text any text, each function with the same arguments. */
type Worded<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Said extends string ? string : Said
    : { readonly [Key in keyof T]: Worded<T[Key]> };

export type Direction = 'ltr' | 'rtl';

/**
 * The frame of a report: every word of it that nobody wrote, in one language. English says which messages there are, so that
 * one missing elsewhere is an error of the compiler. `language` is a tag of BCP 47, for `lang` and its like,
 * `regional` the same with the region that office programs want (`de-DE`, `ar-EG`).
 */
export type Frame = { readonly language: string; readonly regional: string; readonly direction: Direction } & Worded<
  Omit<typeof ENGLISH, 'language' | 'regional' | 'direction'>
>;
