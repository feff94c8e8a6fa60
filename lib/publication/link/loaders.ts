import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { verifyAgainstNobody, verifyPassword } from '@/lib/auth/password';
import { countAttempt, forgetAttempt } from '@/lib/auth/throttle';
import { getDatabase } from '@/lib/db/database';
import type { Frame } from '@/lib/frame/frame';
import { frameOfKept } from '@/lib/frame/frames';
import { required } from '@/lib/kernel/assert';
import { HOUR } from '@/lib/kernel/clock';
import type { LabelWords } from '../label-words';
import { toListed } from '../listed';
import { withAddress, withClosed, withLaterNotice } from '../page';
import { standingOf } from '../publication';
import { LINK_PASSWORD_MAX } from '../schema';
import { findEdition, findLink, hasCard, type Link, listEditions, readCard, readData, readLabel, readPage, unpack } from './data';
import { createShared } from './shared-bytes';

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

/** The content itself, made when it is asked for: most who come back have it already, and to unpack a long report takes its time. */
export type Readable = { readonly read: () => Promise<Uint8Array> };

export type Answer<Content> = { readonly kind: 'none' } | { readonly kind: 'locked' } | ({ readonly kind: 'found' } & Sent & Content);

/** Bytes of what was read last, that wait for the next reader. */
const SHARED_MAX = 32 * 1024 * 1024;
const shared = createShared(SHARED_MAX);

/**
 * The page of the newest edition, or of the one whose hash begins with `prefix`, which says so where it is an earlier one.
 * `home` is the address of this server, where it is known.
 */
export async function loadPublishedPage(
  { home, ...asked }: Asked & { home: string | null },
  prefix: string | null,
): Promise<Answer<Readable>> {
  const opened = await open(asked);
  if (opened.kind !== 'open') return opened;
  const { link } = opened;
  const edition = await findEdition(getDatabase(), link, prefix);
  if (edition === null) return { kind: 'none' };
  const { newest, closed } = edition;
  const place = { publicationId: link.id, number: edition.number };
  const sent = toSent(link, { listed: link.listed && prefix === null });
  const tag = [edition.sha256, ...(newest === null ? [] : [newest.sha256.slice(0, 16)]), ...closed].join('-');
  const write = async () => {
    const db = getDatabase();
    const frame = frameOfKept(edition.language);
    const card = !sent.locked && (await hasCard(db, { ...place, number: newest?.number ?? place.number }));
    const kept = unpack(await readPage(db, place));
    const told = closed.length === 0 ? kept : withClosed(kept, { slug: link.slug, frame, editions: await listTold(place, closed, frame) });
    const page = withAddress(told, { home, slug: link.slug, frame, card });
    return newest === null ? page : withLaterNotice(page, { slug: link.slug, frame, publishedAt: newest.publishedAt });
  };
  const read = () => shared.get(`${tag} ${sent.locked} ${home}`, async () => Buffer.from(await write()));
  return { kind: 'found', ...sent, tag, read };
}

type Place = { readonly publicationId: string; readonly number: number };

/** With those closed that the tag names: what was closed or reopened meanwhile would stay under it. */
async function listTold({ publicationId, number }: Place, closed: readonly number[], frame: Frame) {
  const editions = await listEditions(getDatabase(), { publicationId, upTo: number });
  return toListed(
    editions.map((edition) => ({ ...edition, closed: closed.includes(edition.number) })),
    frame,
  );
}

/** The `hearsay-article` file of an edition. */
export async function loadPublishedData(asked: Asked, prefix: string): Promise<Answer<Readable>> {
  const opened = await open(asked);
  if (opened.kind !== 'open') return opened;
  const { link } = opened;
  const edition = await findEdition(getDatabase(), link, prefix);
  if (edition === null) return { kind: 'none' };
  const tag = `${edition.sha256}-data`;
  const place = { publicationId: link.id, number: edition.number };
  const read = () => shared.get(tag, async () => Buffer.from(unpack(await readData(getDatabase(), place))));
  return { kind: 'found', ...toSent(link, { listed: false }), tag, read };
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

/** The picture that a card shows of the newest edition, as it was drawn when that was published. A locked report has none. */
export async function loadPublishedCard(slug: string): Promise<Answer<Readable>> {
  const opened = await open({ slug, grant: null });
  if (opened.kind !== 'open') return { kind: 'none' };
  const { link } = opened;
  const edition = await findEdition(getDatabase(), link, null);
  if (edition === null) return { kind: 'none' };
  const place = { publicationId: link.id, number: edition.number };
  if (!(await hasCard(getDatabase(), place))) return { kind: 'none' };
  const tag = `${edition.sha256}-card`;
  const read = () => shared.get(tag, async () => required(await readCard(getDatabase(), place), 'a card that is there'));
  return { kind: 'found', ...toSent(link, { listed: false }), tag, read };
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
  // A place of its own: readers who fail here keep nobody of the same network from signing in.
  const place = `report ${address}`;
  const seconds = await countAttempt(account, place);
  if (seconds !== null) return { kind: 'throttled', seconds };
  const now = new Date();
  const link = await findLink(getDatabase(), slug);
  const tried = password.slice(0, LINK_PASSWORD_MAX);
  const hash = link?.passwordHash ?? null;
  const right = hash === null ? await verifyAgainstNobody(tried) : await verifyPassword(hash, tried);
  if (link === null || standingOf(link, now) !== 'readable') return { kind: 'none' };
  if (hash !== null && !right) return { kind: 'wrong' };
  await forgetAttempt(account, place);
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
