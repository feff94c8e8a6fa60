import { htmlPieces } from '@/lib/export/html';
import { html, type Markup } from '@/lib/export/markup';
import { joinTexts } from '@/lib/export/pieces';
import { toDayText } from '@/lib/export/wording';
import { required } from '@/lib/kernel/assert';
import type { ReportModel } from '@/lib/report/model';
import { CARD_SIZE } from './card/card-size';
import { changeLine } from './changes';
import { type LabelWords, labelParagraph } from './label-words';
import { cardPath, type Edition, editionPath, reportPath } from './publication';

export type PageFacts = {
  readonly slug: string;
  readonly label: LabelWords;
  /** All up to this one, the newest first. */
  readonly editions: readonly Pick<Edition, 'number' | 'sha256' | 'publishedAt' | 'note' | 'changes'>[];
};

/**
 * The report's page as it is published: the HTML report, with who published what when above it and what a link to it shows
 * elsewhere. It is written once and kept; nothing in it is about the day on which it is read.
 */
export function publishedPage(model: ReportModel, facts: PageFacts): string {
  // The marks are the report's own: whatever comes from outside is escaped and cannot hold one.
  const page = [
    ['</head>', html`${toHead(facts)}${STYLE}</head>`],
    ['<main>', html`<main>\n${toBand(facts)}`],
  ].reduce((page, [mark, markup]) => putAt(page, `${mark}`, `${markup}`), joinTexts(htmlPieces(model)));
  return withBelow(page);
}

/**
 * All sections but the first (the text itself) in one element, which is laid out when it comes near. One, and the last of the page:
 * what is not laid out yet is of a guessed height, and sections of their own would lie over one another to whoever measures them.
 */
function withBelow(page: string): string {
  const second = page.indexOf(SECTION, page.indexOf(SECTION) + 1);
  if (second === -1) return page;
  return putAt(`${page.slice(0, second)}<div class="below">\n${page.slice(second)}`, '</main>', '</div>\n</main>');
}

const SECTION = '<section class="sec"';

/** An earlier edition says first of all that it is one, and leads to what stands now. */
export function withLaterNotice(page: string, { slug, publishedAt }: { readonly slug: string; readonly publishedAt: Date }): string {
  const notice = html`<main>
<p class="copy later"><b>This is an earlier edition.</b> The report was corrected on ${day(publishedAt)}. <a href="${reportPath(slug)}">Read what stands now</a>.</p>`;
  return putAt(page, '<main>', `${notice}`);
}

/**
 * What can be said only where the page is read: services that show cards and search engines take whole addresses alone, and a page that
 * is kept must not depend on where it is served. `home` is the address of this server; without one the page stays as it was written.
 *
 * @param card whether there is a picture: a locked report has none
 */
export function withAddress(page: string, { home, slug, card }: { home: string | null; slug: string; card: boolean }): string {
  if (home === null) return page;
  const url = `${home}${reportPath(slug)}`;
  const large = html`<meta property="og:image" content="${home}${cardPath(slug)}">
<meta property="og:image:width" content="${CARD_SIZE.width}">
<meta property="og:image:height" content="${CARD_SIZE.height}">
<meta property="og:image:alt" content="The sourcing label of the report">
<meta name="twitter:card" content="summary_large_image">`;
  const whole = page.replace(
    `${toCanonical(reportPath(slug))}`,
    () => `${toCanonical(url)}\n${html`<meta property="og:url" content="${url}">`}`,
  );
  return card ? whole.replace(`${SMALL_CARD}`, () => `${large}`) : whole;
}

function toCanonical(href: string): Markup {
  return html`<link rel="canonical" href="${href}">`;
}

const SMALL_CARD = html`<meta name="twitter:card" content="summary">`;

function putAt(page: string, mark: string, text: string): string {
  const at = page.indexOf(mark);
  required(at === -1 ? null : at, 'a report has the place that something is put at');
  return page.slice(0, at) + text + page.slice(at + mark.length);
}

function toHead({ slug, label }: PageFacts): Markup {
  const description = labelParagraph(label);
  return html`${toCanonical(reportPath(slug))}
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${label.title} – who says so">
<meta property="og:description" content="${description}">
${SMALL_CARD}
`;
}

function toBand({ slug, editions }: PageFacts): Markup {
  const [newest] = editions;
  if (newest === undefined) return html``;
  const { number, sha256, publishedAt } = newest;
  return html`<section class="published" aria-labelledby="publication">
<p><b id="publication">Published ${day(publishedAt)}</b>${number === 1 ? null : html`, edition ${number}`}. <a href="${editionPath(slug, sha256)}">This edition</a> stays as it is; <a href="${editionPath(slug, sha256, 'data')}">its data</a> has the <span class="nb">SHA-256</span> <span class="mono">${sha256}</span></p>
${toCorrections(slug, editions)}</section>
`;
}

function toCorrections(slug: string, editions: PageFacts['editions']): Markup | null {
  if (editions.length < 2) return null;
  const entries = editions.slice(0, -1).map((edition, at) => {
    const before = editions[at + 1];
    const earlier =
      before === undefined ? null : html` <a href="${editionPath(slug, before.sha256)}">What stood before (edition ${before.number})</a>`;
    const said = edition.note === '' ? null : html` <span lang="" dir="auto">${edition.note}</span>`;
    return html`<li><p>${day(edition.publishedAt)}.${said}${earlier}</p>
<ul>${edition.changes.map((change) => html`<li lang="" dir="auto">${changeLine(change)}</li>`)}</ul></li>
`;
  });
  return html`<h2>Corrections</h2>
<ol>${entries}</ol>
`;
}

function day(date: Date): Markup {
  return html`<time datetime="${date.toISOString()}">${toDayText(date)}</time>`;
}

const STYLE = html`<style>
.published { margin-top: 16px; padding: 9px 14px; border: 1px solid var(--rule-2); background: var(--raised); color: var(--ink-2); overflow-wrap: anywhere; }
.published b { color: var(--ink); font-weight: 600; }
.published h2 { margin-top: 9px; font: 500 20px/26px var(--serif); color: var(--ink); }
.published ol > li { margin-top: 6px; }
.published ul { margin: 3px 0 0 18px; list-style: disc; }
.published + .hero { padding-top: 28px; }
/* What is not seen yet is laid out when it comes near: on a phone most of the time until the first words are there. */
@media screen { .below { content-visibility: auto; contain-intrinsic-size: auto 6000px; overflow-clip-margin: 8px; } }
</style>
`;
