import { htmlPieces } from '@/lib/export/html';
import { around, day, HERE } from '@/lib/export/html-parts';
import { saidMarkup } from '@/lib/export/html-said';
import { html, type Markup } from '@/lib/export/markup';
import { joinTexts } from '@/lib/export/pieces';
import type { Frame } from '@/lib/frame/frame';
import { required } from '@/lib/kernel/assert';
import type { ReportModel } from '@/lib/report/model';
import { CARD_SIZE } from './card/card-size';
import { changeLine } from './changes';
import { type LabelWords, labelParagraph } from './label-words';
import type { ListedEdition } from './listed';
import { cardPath, editionPath, reportPath } from './publication';

export type PageFacts = {
  readonly slug: string;
  readonly label: LabelWords;
  /** All up to this one, the newest first. */
  readonly editions: readonly ListedEdition[];
};

/**
 * The report's page as it is published: the HTML report, with who published what when above it and what a link to it shows
 * elsewhere. It is written once and kept; nothing in it is about the day on which it is read.
 */
export function publishedPage(model: ReportModel, facts: PageFacts): string {
  // The marks are the report's own: whatever comes from outside is escaped and cannot hold one.
  const page = [
    ['</head>', html`${toHead(facts, model.frame)}${STYLE}</head>`],
    ['<main>', html`<main>\n${toBand(facts, model.frame, null)}`],
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

/** What is told of a page when it is read. `frame` is that of the language it was published in, or what stands for it by now. */
type Told = { readonly slug: string; readonly frame: Frame };

/** An earlier edition says first of all that it is one, and leads to what stands now. */
export function withLaterNotice(page: string, { slug, frame, publishedAt }: Told & { readonly publishedAt: Date }): string {
  const show = {
    head: (words: Markup) => html`<b>${words}</b>`,
    now: (words: Markup) => html`<a href="${reportPath(slug)}">${words}</a>`,
  };
  const notice = saidMarkup(frame.published.later(HERE), show, day(publishedAt, frame));
  return putAt(page, '<main>', `${html`<main>\n<p class="copy later"${tongueIn(page, frame)}>${notice}</p>`}`);
}

/** What says that words of `frame` are not in the language of the page, where they are not. */
function tongueIn(page: string, { language, direction }: Frame): Markup | null {
  return page.includes(`${html`<html lang="${language}"`}`) ? null : html` lang="${language}" dir="${direction}"`;
}

/**
 * Where editions before it were closed later, a page tells of them anew what may still be told: neither their address, which comes
 * of what they hold, nor their words.
 */
export function withClosed(page: string, { frame, ...facts }: Told & Pick<PageFacts, 'editions'>): string {
  const start = page.indexOf(BAND);
  const end = page.indexOf(BAND_END, start);
  if (start === -1 || end === -1) throw new Error('a published page has its editions above the report');
  return `${page.slice(0, start)}${toBand(facts, frame, tongueIn(page, frame))}${page.slice(end + BAND_END.length)}`;
}

const BAND = '<section class="published"';
const BAND_END = '</section>\n';

/**
 * What can be said only where the page is read: services that show cards and search engines take whole addresses alone, and a page that
 * is kept must not depend on where it is served. `home` is the address of this server; without one the page stays as it was written.
 *
 * @param card whether there is a picture: a locked report has none
 */
export function withAddress(page: string, { home, slug, frame, card }: Told & { home: string | null; card: boolean }): string {
  if (home === null) return page;
  const url = `${home}${reportPath(slug)}`;
  const large = html`<meta property="og:image" content="${home}${cardPath(slug)}">
<meta property="og:image:width" content="${CARD_SIZE.width}">
<meta property="og:image:height" content="${CARD_SIZE.height}">
<meta property="og:image:alt" content="${frame.published.picture}">
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

function toHead({ slug, label }: PageFacts, frame: Frame): Markup {
  const description = labelParagraph(label, frame);
  return html`${toCanonical(reportPath(slug))}
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${frame.published.titled(label.title)}">
<meta property="og:description" content="${description}">
${SMALL_CARD}
`;
}

function toBand({ slug, editions }: Pick<PageFacts, 'slug' | 'editions'>, frame: Frame, tongue: Markup | null): Markup {
  const [newest] = editions;
  if (newest === undefined) return html``;
  const { number, sha256, publishedAt } = newest;
  const show = {
    published: (words: Markup) => html`<b id="publication">${words}</b>`,
    page: (words: Markup) => html`<a href="${editionPath(slug, sha256)}">${words}</a>`,
    data: (words: Markup) => html`<a href="${editionPath(slug, sha256, 'data')}">${words}</a>`,
    algorithm: (words: Markup) => html`<span class="nb">${words}</span>`,
    hash: (words: Markup) => html`<span class="mono">${words}</span>`,
  };
  return html`<section class="published"${tongue} aria-labelledby="publication">
<p>${saidMarkup(frame.published.band(HERE, number, sha256), show, day(publishedAt, frame))}</p>
${toCorrections(slug, editions, frame)}</section>
`;
}

function toCorrections(slug: string, editions: PageFacts['editions'], frame: Frame): Markup | null {
  const words = frame.published;
  if (editions.length < 2) return null;
  const entries = editions.slice(0, -1).map((edition, at) => {
    const before = editions[at + 1];
    const earlier = before === undefined ? null : toEarlier(slug, before, words);
    const said = edition.note === '' ? null : html` <span lang="" dir="auto">${edition.note}</span>`;
    return html`<li><p>${around(words.correctedOn(HERE), [day(edition.publishedAt, frame)])}${said}${earlier}</p>
<ul>${edition.changes.map((change) => html`<li lang="" dir="auto">${changeLine(change)}</li>`)}</ul></li>
`;
  });
  return html`<h2>${words.corrections}</h2>
<ol>${entries}</ol>
`;
}

function toEarlier(slug: string, { number, sha256, closed }: ListedEdition, words: Frame['published']): Markup {
  if (closed === true) return html` ${words.beforeClosed(number)}`;
  return html` <a href="${editionPath(slug, sha256)}">${words.before(number)}</a>`;
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
