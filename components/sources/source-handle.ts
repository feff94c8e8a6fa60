import type { Grade } from '@/lib/sources/grade';
import type { Source } from '@/lib/sources/source';

/** The source as its dialogs need it: what a write has to name, and what they tell before they send it. */
export type SourceHandle = Omit<Source, 'retracted'> & {
  readonly version: number;
  readonly grade: Grade | null;
  readonly retracted: boolean;
  /** Claims that lean on it, and in how many articles. */
  readonly claims: number;
  readonly articles: number;
};
