import { saidMarkup } from '@/lib/export/html-said';
import { html } from '@/lib/export/markup';
import type { Direction } from '@/lib/frame/frame';
import type { Said } from '@/lib/frame/said';

/**
 * What the codes for embedding say, and nothing that a browser would have to load a language for: where the report is to be read is
 * known there, its language on the server (toEmbedWords in embed.ts).
 */
export type EmbedWords = {
  /** Null where it is English. */
  readonly tongue: { readonly language: string; readonly direction: Direction } | null;
  readonly name: string;
  readonly frame: string;
  readonly headline: readonly [string, string];
  readonly classes: readonly string[];
  readonly sentences: readonly string[];
  /** With `HERE` in the place of `day`. */
  readonly report: Said<'report'>;
  readonly day: string;
  readonly publishedAt: Date;
};

/** The sourcing label as a piece of HTML without script or style, for any page: it takes the look of what it stands in. */
export function labelFragment(words: EmbedWords, url: string): string {
  const [first, second] = words.headline;
  const day = html`<time datetime="${words.publishedAt.toISOString()}">${words.day}</time>`;
  return `${html`<aside class="hearsay-label"${tongueOf(words)} aria-label="${words.name}">
<p><strong>${first} ${second}</strong></p>
<ul>${words.classes.map((line) => html`<li>${line}</li>`)}</ul>
${words.sentences.slice(0, 3).map((sentence) => html`<p>${sentence}</p>`)}
<p>${saidMarkup(words.report, { report: (said) => html`<a href="${url}">${said}</a>` }, day)}</p>
</aside>`}`;
}

/** What brings the same in a frame of its own, with its own look; `embed` is the whole address of the frame. */
export function frameCode(words: EmbedWords, embed: string): string {
  return `${html`<iframe src="${embed}"${tongueOf(words)} title="${words.frame}" width="380" height="460" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}`;
}

function tongueOf({ tongue }: EmbedWords) {
  return tongue === null ? null : html` lang="${tongue.language}" dir="${tongue.direction}"`;
}
