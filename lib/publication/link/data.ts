import 'server-only';
import { gunzipSync } from 'node:zlib';
import type { Database } from '@/lib/db/database';
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
  readonly newest: { readonly sha256: string; readonly publishedAt: Date } | null;
};

/** The edition whose hash begins so, or with null the newest; null when none, or more than one, does. */
export async function findEdition(db: Database, { id }: Pick<Link, 'id'>, prefix: string | null): Promise<Found | null> {
  const editions = await db.read.edition.findMany({
    where: { publicationId: id },
    select: { number: true, sha256: true, publishedAt: true },
    orderBy: { number: 'desc' },
  });
  const [last] = editions;
  const [found, another] = prefix === null ? [last] : editions.filter(({ sha256 }) => sha256.startsWith(prefix));
  if (found === undefined || last === undefined || another !== undefined) return null;
  return { ...found, newest: found.number === last.number ? null : last };
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

/** Its sourcing label in words. */
export async function readLabel(db: Database, place: Place): Promise<LabelWords> {
  const { label } = await db.read.edition.findUniqueOrThrow({ where: { publicationId_number: place }, select: { label: true } });
  return JSON.parse(label) as LabelWords;
}

/** What `readPage` and `readData` gave, as text. */
export function unpack(packed: Uint8Array): string {
  return gunzipSync(packed).toString('utf8');
}
