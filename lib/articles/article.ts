import type { PersonRef } from '@/lib/kernel/person';
import type { ArticleFacts } from './facts';

/** How a revision's text came in. */
export const ORIGINS = ['paste', 'file', 'sample'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Immutable text of an article: NFC, LF. `codePoints` and `words` are counts; `sha256` is hex of the UTF-8 text. */
export type Revision = {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  readonly codePoints: number;
  readonly words: number;
  readonly origin: Origin;
  readonly fileName: string | null;
  readonly encoding: string | null;
  readonly importedAt: Date;
  readonly importedBy: PersonRef;
};

export type Article = ArticleFacts & {
  readonly id: string;
  readonly deskId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly createdBy: PersonRef;
};
