/** Anything with a shape of its own: not white space, not a control, not a mark that only steers other characters. */
const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** True when a reader would see nothing: the empty string, white space, zero-width spaces, direction marks. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
