import 'server-only';
import { gunzipSync } from 'node:zlib';
import type { Database } from '@/lib/db/database';
import { type Asked, parseAsked, type WrittenChoice } from '@/lib/export/choice';
import { isLanguage } from '@/lib/frame/languages';
import type { Result } from '@/lib/kernel/result';
import type { Withheld } from '@/lib/report/withheld';
import type { Change } from '../changes';
import type { LabelWords } from '../label-words';

/** What a public link leads to, as far as it takes to say whether it may be read. */
export type Link = {
  readonly id: string;
  readonly slug: string;
  readonly listed: boolean;
  readonly passwordHash: string | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
};

/** The link with this address, whichever desk it is of and whether or not it may be read; null when there is none. One look-up for each. */
export async function findLink(db: Database, slug: string): Promise<Link | null> {
  return db.read.publication.findUnique({
    where: { slug },
    select: { id: true, slug: true, listed: true, passwordHash: true, expiresAt: true, revokedAt: true },
  });
}

/** One edition, and which came after it. */
export type Found = {
  readonly number: number;
  readonly sha256: string;
  readonly publishedAt: Date;
  /** Null where it is the newest. */
  readonly newest: { readonly number: number; readonly sha256: string; readonly publishedAt: Date } | null;
  /** The numbers of the editions before it that are closed. */
  readonly closed: readonly number[];
  /** That it was published in, perhaps one that is no more; English when absent. */
  readonly language?: string | undefined;
};

/** The open edition whose hash begins so, or with null the newest; null when none, or more than one, does. */
export async function findEdition(db: Database, { id }: Pick<Link, 'id'>, prefix: string | null): Promise<Found | null> {
  const editions = await db.read.edition.findMany({
    where: { publicationId: id },
    select: { number: true, sha256: true, publishedAt: true, choices: true, closing: { select: { number: true } } },
    orderBy: { number: 'desc' },
  });
  const [last] = editions;
  const [found, another] =
    prefix === null ? [last] : editions.filter(({ sha256, closing }) => closing === null && sha256.startsWith(prefix));
  if (found === undefined || last === undefined || another !== undefined) return null;
  const { number, sha256, publishedAt, choices } = found;
  const { language } = JSON.parse(choices) as WrittenChoice;
  const closed = editions.filter((edition) => edition.number < number && edition.closing !== null).map((edition) => edition.number);
  return { number, sha256, publishedAt, newest: number === last.number ? null : last, closed, language: language ?? undefined };
}

/** What pages tell of the editions of a publication, all or those up to number `upTo`, the newest first. */
export async function listEditions(db: Database, { publicationId, upTo }: { readonly publicationId: string; readonly upTo?: number }) {
  const rows = await db.read.edition.findMany({
    where: { publicationId, ...(upTo === undefined ? {} : { number: { lte: upTo } }) },
    select: {
      number: true,
      sha256: true,
      fingerprint: true,
      publishedAt: true,
      note: true,
      changes: true,
      choices: true,
      closing: { select: { number: true } },
    },
    orderBy: { number: 'desc' },
  });
  return rows.map(({ choices, changes, closing, ...row }) => ({
    ...row,
    changes: JSON.parse(changes) as readonly Change[],
    withheld: readWithheld(choices),
    closed: closing !== null,
  }));
}

/** What an edition was published without, of its column `choices`. What this Hearsay does not know counts as nothing withheld. */
export function readWithheld(choices: string): readonly Withheld[] {
  const asked = readAsked(choices);
  return asked.ok ? asked.value.withheld : [];
}

/** What an edition was published with, of its column `choices`. A language that is no more is no reason not to know what was withheld. */
export function readAsked(choices: string): Result<Asked> {
  const written = JSON.parse(choices) as WrittenChoice;
  return parseAsked(isLanguage(written.language ?? '') ? written : { ...written, language: null });
}

type Place = { readonly publicationId: string; readonly number: number };

/** An edition's page, packed by gzip. */
export async function readPage(db: Database, place: Place): Promise<Uint8Array> {
  const { page } = await db.read.edition.findUniqueOrThrow({ where: { publicationId_number: place }, select: { page: true } });
  return page;
}

/** Its `hearsay-article` file, packed by gzip. */
export async function readData(db: Database, place: Place): Promise<Uint8Array> {
  const { data } = await db.read.edition.findUniqueOrThrow({ where: { publicationId_number: place }, select: { data: true } });
  return data;
}

/** The picture for cards elsewhere, a PNG; null where it was published before there was one. */
export async function readCard(db: Database, place: Place): Promise<Uint8Array | null> {
  const { card } = await db.read.edition.findUniqueOrThrow({ where: { publicationId_number: place }, select: { card: true } });
  return card;
}

/** Whether `readCard` has one, without reading it. */
export async function hasCard(db: Database, place: Place): Promise<boolean> {
  return (await db.read.edition.count({ where: { ...place, card: { not: null } } })) > 0;
}

/** Its sourcing label in words. */
export async function readLabel(db: Database, place: Place): Promise<LabelWords> {
  const { label } = await db.read.edition.findUniqueOrThrow({ where: { publicationId_number: place }, select: { label: true } });
  return JSON.parse(label) as LabelWords;
}

/** What `readPage` and `readData` gave, as text. */
export function unpack(packed: Uint8Array): string {
  return gunzipSync(packed).toString('utf8');
}
