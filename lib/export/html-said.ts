import type { Said } from '@/lib/frame/said';
import { around, HERE } from './html-parts';
import { html, type Markup } from './markup';

/** A sentence of the frame with each of its figures as `show` has it, and `here` wherever the sentence has `HERE`. */
export function saidMarkup<Figure extends string>(
  said: Said<Figure>,
  show: Readonly<Record<Figure, (words: Markup) => Markup>>,
  here: Markup = html``,
): Markup {
  const filled = (text: string) => (text.includes(HERE) ? around(text, [here]) : html`${text}`);
  return html`${said.map((part) => (typeof part === 'string' ? filled(part) : show[part.figure](filled(part.text))))}`;
}
