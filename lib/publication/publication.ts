import type { PersonRef } from '@/lib/kernel/person';
import type { Withheld } from '@/lib/report/withheld';
import type { Change } from './changes';

/**
 * An article's report as the public has it. A **publication** is the link: one an article, its address never changes, and
 * it can be revoked, given back, let run out and locked with a password. An **edition** is what was published: data and
 * page as they were then, never changed; the newest stands at the link, each earlier one at its own hash until it is **closed**.
 * A correction is an edition after the first. Absent: anything of the article itself, which goes on changing without a publication knowing.
 */
export type Publication = {
  readonly articleId: string;
  readonly title: string;
  readonly slug: string;
  /** Whether search engines may list it. */
  readonly listed: boolean;
  readonly locked: boolean;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
  /** The newest first, at least one. */
  readonly editions: readonly Edition[];
};

export type Edition = {
  readonly number: number;
  /** SHA-256 (hex) of its `hearsay-article` file. */
  readonly sha256: string;
  readonly publishedAt: Date;
  readonly publishedBy: PersonRef;
  /** What the editor said about it; empty where nothing. */
  readonly note: string;
  /** Since the edition before it, by claim number; empty in the first. */
  readonly changes: readonly Change[];
  /** What it was published without. */
  readonly withheld: readonly Withheld[];
  /** Null while everybody who may read the publication can read it too. */
  readonly closed: Closing | null;
};

/** Why nobody outside can read an edition any more. The reason is for the desk alone. */
export type Closing = { readonly at: Date; readonly by: PersonRef; readonly reason: string };

/** What a public link stands at. */
export type Standing = 'readable' | 'revoked' | 'expired';

export function standingOf({ revokedAt, expiresAt }: Pick<Publication, 'revokedAt' | 'expiresAt'>, now: Date): Standing {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'readable';
}

/** Whether everybody who has the link can read the report. */
export function isOpen(publication: Pick<Publication, 'locked' | 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return !publication.locked && standingOf(publication, now) === 'readable';
}

/** Characters of a hash that name an edition in its address. */
const PREFIX = 16;

export function reportPath(slug: string): string {
  return `/reports/${slug}`;
}

/** Where one edition stands, whatever comes after it; `data` asks for its file instead of its page. */
export function editionPath(slug: string, sha256: string, as: 'page' | 'data' = 'page'): string {
  return `${reportPath(slug)}/${sha256.slice(0, PREFIX)}${as === 'data' ? '.json' : ''}`;
}

export function embedPath(slug: string): string {
  return `${reportPath(slug)}/embed`;
}

/** The picture that cards show elsewhere. */
export function cardPath(slug: string): string {
  return `${reportPath(slug)}/card.png`;
}

/** The longest remark on an edition, in Unicode code points. */
export const NOTE_MAX = 500;

/** The longest reason for closing an edition, in Unicode code points. */
export const CLOSING_REASON_MAX = 500;
