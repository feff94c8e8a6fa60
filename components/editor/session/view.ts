import type { Article, Revision } from '@/lib/articles/article';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { Actor } from '@/lib/permissions/roles';
import type { SourceOption } from '@/lib/sources/source';
import type { TextRange } from '@/lib/text/offset';
import type { Draft, FormField } from '../form/draft';
import type { ShownClaim } from '../outbox/overlay';
import type { SaveStatus } from '../outbox/save-status';
import type { ChosenSource } from '../tag-values';

/** What the page is given once. */
export type SessionData = {
  readonly actor: Actor;
  readonly article: Pick<Article, 'id' | 'title' | 'deskId'>;
  readonly revision: Pick<Revision, 'id' | 'number' | 'text' | 'words' | 'sha256'>;
  readonly claims: readonly Claim[];
  readonly sources: readonly SourceOption[];
};

/** A tag being filled in, for a new claim or an old one. */
export type Form = {
  /** Tells one opening of the form from the next. */
  readonly serial: number;
  readonly claimId: string;
  readonly number: number;
  readonly editing: boolean;
  /** The held write that saving puts this one in the place of. */
  readonly resolves: string | null;
  /** Where the claim is to be; the keys that move edges change it while the form is open. */
  readonly spans: readonly TextRange[];
  readonly draft: Draft;
  readonly startField: FormField;
};

/** One card at a time. `moved`: where the open claim would be if its moved edges were saved. */
export type Mode =
  | { readonly kind: 'read' }
  | { readonly kind: 'open'; readonly claimId: string; readonly moved: readonly TextRange[] | null }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'conflict'; readonly key: string };

/** Several claims under one place, to choose from. `x` and `y` in px of the window. */
export type Chooser = { readonly ids: readonly string[]; readonly x: number; readonly y: number };

export type LastChoice = { readonly sourceType: SourceType; readonly source: ChosenSource | null };

/** Everything the page draws, as one value that is replaced whenever something changes. */
export type View = {
  readonly mode: Mode;
  readonly chooser: Chooser | null;
  readonly keySheet: boolean;
  readonly claims: readonly ShownClaim[];
  readonly status: SaveStatus;
  /** False once the browser could not keep a write that is not saved yet. */
  readonly kept: boolean;
  readonly last: LastChoice | null;
  /** Submit as soon as everything is saved. */
  readonly submitting: boolean;
  /** Read out when it changes. */
  readonly said: string;
};
