import { claimAddress } from '@/lib/claims/claim-address';
import { NOTICE_WORDS, type Notice } from '@/lib/comments/notices/notice';
import { PRODUCT } from '@/lib/kernel/product';
import { cutAt } from '@/lib/text/shorten';
import type { Letter } from './mail';

type Told = Pick<Notice, 'kind' | 'by' | 'article' | 'claim' | 'words'>;

/** The address people use, without a slash at its end; null where it is not known, and nothing is linked. */
type Home = string | null;

/** A mail that tells these notices, the newest first, as plain text and as simple markup; both say the same. At least one notice. */
export function compose(notices: readonly Told[], home: Home): Pick<Letter, 'subject' | 'text' | 'html'> {
  const [first] = notices;
  const subject = notices.length === 1 && first !== undefined ? sentence(first) : `${notices.length} notices from your desk`;
  const choice = home === null ? null : `${home}/mail`;
  const text = [
    ...notices.map((notice) =>
      [sentence(notice), ...(notice.words === '' ? [] : [quoted(notice.words)]), ...(home === null ? [] : [addressOf(notice, home)])].join(
        '\n',
      ),
    ),
    ['--', `${PRODUCT.name}, for your desk.`, ...(choice === null ? [] : [`What comes by mail: ${choice}`])].join('\n'),
  ].join('\n\n');
  const html = [
    '<!doctype html><html><head><meta charset="utf-8"></head><body>',
    ...notices.map((notice) => {
      const words =
        notice.words === '' ? '' : `<blockquote dir="auto">${escapeHtml(notice.words).split(LINE_END).join('<br>')}</blockquote>`;
      const said = escapeHtml(sentence(notice));
      return `<div><p>${home === null ? said : `<a href="${escapeHtml(addressOf(notice, home))}">${said}</a>`}</p>${words}</div>`;
    }),
    `<hr><p>${PRODUCT.name}, for your desk.${choice === null ? '' : ` <a href="${escapeHtml(choice)}">What comes by mail</a>`}</p>`,
    '</body></html>',
  ].join('\n');
  return { subject: oneLine(subject), text, html };
}

const TITLE_MAX = 120;

function sentence({ kind, by, article, claim }: Told): string {
  const title = cutAt(article.title, TITLE_MAX);
  const about = claim === null ? `“${title}”` : `C${claim.number} in “${title}”`;
  return oneLine(`${by.name} ${NOTICE_WORDS[kind]} ${about}`);
}

/** A header is one line, and so is what leads to a place. */
function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Whatever a program that shows mail may begin a new line at: what somebody said stays behind the marks of a quotation. */
const LINE_END = /\r\n?|[\n\u2028\u2029]/u;

function quoted(words: string): string {
  return words
    .split(LINE_END)
    .map((line) => `> ${line}`)
    .join('\n');
}

function addressOf({ article, claim }: Told, home: string): string {
  return claim === null ? `${home}/articles/${article.id}` : `${home}${claimAddress(article.id, claim.id)}`;
}

function escapeHtml(words: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
