import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { verifyAgainstNobody, verifyPassword } from '@/lib/auth/password';
import { countAttempt, forgetAttempt } from '@/lib/auth/throttle';
import { getDatabase } from '@/lib/db/database';
import { HOUR } from '@/lib/kernel/clock';
import { cardPicture } from '../card/card';
import type { LabelWords } from '../label-words';
import { withAddress, withLaterNotice } from '../page';
import { standingOf } from '../publication';
import { LINK_PASSWORD_MAX } from '../schema';
import { findEdition, findLink, type Link, readData, readLabel, readPage, unpack } from './data';

/**
 * A public link as somebody outside asks for it: no actor, no desk. What may not be read is `none`, whether it was revoked, ran
 * out or never was; each of these takes the one look-up, and nothing more is read for any.
 */
export type Asked = {
  readonly slug: string;
  /** What a browser that gave the password brings with it. */
  readonly grant: string | null;
};

/** `tag` is the same while what is sent is. */
export type Sent = { readonly tag: string; readonly listed: boolean; readonly locked: boolean };

export type Answer<Content> = { readonly kind: 'none' } | { readonly kind: 'locked' } | ({ readonly kind: 'found' } & Sent & Content);

/**
 * The page of the newest edition, or of the one whose hash begins with `prefix`, which says so where it is an earlier one.
 * `home` is the address of this server, where it is known.
 */
export async function loadPublishedPage(
  { home, ...asked }: Asked & { home: string | null },
  prefix: string | null,
): Promise<Answer<{ readonly text: string }>> {
  const opened = await open(asked);
  if (opened.kind !== 'open') return opened;
  const { link } = opened;
  const edition = await findEdition(getDatabase(), link, prefix);
  if (edition === null) return { kind: 'none' };
  const packed = await readPage(getDatabase(), { publicationId: link.id, number: edition.number });
  const page = withAddress(unpack(packed), { home, slug: link.slug, card: link.passwordHash === null });
  const sent = toSent(link, { listed: link.listed && prefix === null });
  if (edition.newest === null) return { kind: 'found', ...sent, tag: edition.sha256, text: page };
  const text = withLaterNotice(page, { slug: link.slug, publishedAt: edition.newest.publishedAt });
  return { kind: 'found', ...sent, tag: `${edition.sha256}-${edition.newest.sha256.slice(0, 16)}`, text };
}

/** The `hearsay-article` file of an edition. */
export async function loadPublishedData(asked: Asked, prefix: string): Promise<Answer<{ readonly text: string }>> {
  const opened = await open(asked);
  if (opened.kind !== 'open') return opened;
  const { link } = opened;
  const edition = await findEdition(getDatabase(), link, prefix);
  if (edition === null) return { kind: 'none' };
  const packed = await readData(getDatabase(), { publicationId: link.id, number: edition.number });
  return { kind: 'found', ...toSent(link, { listed: false }), tag: `${edition.sha256}-data`, text: unpack(packed) };
}

/** The sourcing label of the newest edition. A frame elsewhere cannot ask for a password, so a locked report has none. */
export async function loadPublishedLabel(
  slug: string,
): Promise<Answer<{ readonly label: LabelWords; readonly publishedAt: Date; readonly slug: string }>> {
  const opened = await open({ slug, grant: null });
  if (opened.kind !== 'open') return { kind: 'none' };
  const { link } = opened;
  const edition = await findEdition(getDatabase(), link, null);
  if (edition === null) return { kind: 'none' };
  const label = await readLabel(getDatabase(), { publicationId: link.id, number: edition.number });
  const { sha256, publishedAt } = edition;
  return { kind: 'found', ...toSent(link, { listed: false }), tag: `${sha256}-label`, label, publishedAt, slug: link.slug };
}

/** Pictures that were asked for last, by the hash of their edition: drawing one takes a good part of a second. */
const cards = new Map<string, Uint8Array>();
const CARDS_MAX = 40;

/** The picture that a card shows of the newest edition, as a PNG. A locked report has none. */
export async function loadPublishedCard(slug: string): Promise<Answer<{ readonly text: Uint8Array }>> {
  const answer = await loadPublishedLabel(slug);
  if (answer.kind !== 'found') return answer;
  const { label, tag, listed, locked } = answer;
  const text = cards.get(tag) ?? cardPicture(label);
  cards.delete(tag);
  cards.set(tag, text);
  for (const [oldest] of cards) if (cards.size > CARDS_MAX) cards.delete(oldest);
  return { kind: 'found', tag: `${tag}-card`, listed, locked, text };
}

function toSent({ passwordHash }: Link, { listed }: { readonly listed: boolean }): Omit<Sent, 'tag'> {
  const locked = passwordHash !== null;
  return { listed: listed && !locked, locked };
}

async function open({ slug, grant }: Asked): Promise<{ kind: 'none' | 'locked' } | { kind: 'open'; link: Link }> {
  const now = new Date();
  const link = await findLink(getDatabase(), slug);
  if (link === null || standingOf(link, now) !== 'readable') return { kind: 'none' };
  return link.passwordHash === null || isGrant(link, grant, now) ? { kind: 'open', link } : { kind: 'locked' };
}

/** How long a password, once given, holds. */
export const GRANT_MS = 12 * HOUR;

export type Entered =
  | { readonly kind: 'none' | 'wrong' }
  | { readonly kind: 'throttled'; readonly seconds: number }
  | { readonly kind: 'opened'; readonly grant: string | null };

/**
 * Tries a password. Throttled as signing in is, by link and by address, whether or not there is such a link; every try takes
 * the time of one comparison, and one at a link that cannot be read is answered as if there were none, right or wrong.
 *
 * @param address the peer's network address
 */
export async function enterPassword(slug: string, password: string, address: string): Promise<Entered> {
  const account = `report ${slug.slice(0, 200)}`;
  const seconds = await countAttempt(account, address);
  if (seconds !== null) return { kind: 'throttled', seconds };
  const now = new Date();
  const link = await findLink(getDatabase(), slug);
  const tried = password.slice(0, LINK_PASSWORD_MAX);
  const hash = link?.passwordHash ?? null;
  const right = hash === null ? await verifyAgainstNobody(tried) : await verifyPassword(hash, tried);
  if (link === null || standingOf(link, now) !== 'readable') return { kind: 'none' };
  if (hash !== null && !right) return { kind: 'wrong' };
  await forgetAttempt(account, address);
  return { kind: 'opened', grant: hash === null ? null : toGrant(link, now.getTime() + GRANT_MS) };
}

/** Signed with the password's hash, which nobody outside has and which another password changes: that ends every grant. */
function toGrant({ slug, passwordHash }: Link, until: number): string {
  return `${until}.${createHmac('sha256', passwordHash ?? '')
    .update(`${slug} ${until}`)
    .digest('base64url')}`;
}

function isGrant(link: Link, grant: string | null, now: Date): boolean {
  const until = Number(/^(\d{13})\./.exec(grant ?? '')?.[1] ?? 0);
  if (grant === null || until <= now.getTime()) return false;
  const [given, made] = [Buffer.from(grant), Buffer.from(toGrant(link, until))];
  return given.length === made.length && timingSafeEqual(given, made);
}
