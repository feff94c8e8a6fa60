/** From here on the browser lays out only what is in view (editor.css, ".long"). UTF-16 units. */
const LONG_TEXT = 100_000;

export function isLongText(text: string): boolean {
  return text.length > LONG_TEXT;
}
