import type { Article, Revision } from '@/lib/articles/article';
import type { Checking } from '@/lib/assignments/checking';
import type { Chain } from '@/lib/attribution/chain';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { SourceType } from '@/lib/attribution/source-type';
import type { TagDraft } from '@/lib/claims/check-tag';
import type { Claim } from '@/lib/claims/claim';
import type { Confidence } from '@/lib/claims/confidence';
import type { DetailValues } from '@/lib/claims/detail-values';
import type { ChosenSource } from '@/lib/claims/tag-values';
import type { PersonRef } from '@/lib/kernel/person';
import type { Actor } from '@/lib/permissions/roles';
import type { SourceOption } from '@/lib/sources/source';
import type { TextRange } from '@/lib/text/offset';
import type { ClaimFilter } from '../filter/claim-filter';
import type { FormField } from '../form/draft';
import type { ShownClaim } from '../outbox/overlay';
import type { SaveStatus } from '../outbox/save-status';
import type { Selected } from '../text/selected';

/** What the page is given once. */
export type SessionData = {
  readonly actor: Actor;
  readonly article: Pick<Article, 'id' | 'title' | 'deskId'>;
  readonly revision: Pick<Revision, 'id' | 'number' | 'text' | 'words' | 'sha256'>;
  readonly claims: readonly Claim[];
  readonly sources: readonly SourceOption[];
  /** The article's origin groups, for how many origins stand behind a claim. */
  readonly groups: readonly OriginGroup[];
  /** How the article is checked, as far as the reader may hear of it. */
  readonly checking: Checking;
};

/** A tag being filled in, for a new claim or an old one. */
export type Form = {
  /** Tells one opening of the form from the next. */
  readonly serial: number;
  readonly claimId: string;
  readonly editing: boolean;
  /** The held write that saving puts this one in the place of. */
  readonly resolves: string | null;
  /** Where the claim is to be; the keys that move edges change it while the form is open. */
  readonly spans: readonly TextRange[];
  /** One claim at each of these places, where several are made at once; `spans` is the first. */
  readonly each?: readonly TextRange[] | undefined;
  readonly draft: TagDraft;
  /** The chain that was given beyond the tag; null while it is only what the tag says. */
  readonly chain: Chain | null;
  /** The claim as it was when the form opened; null for a new one. */
  readonly base: Claim | null;
  readonly startField: FormField;
  /** What was typed to find or name a source that is not chosen yet. */
  readonly typed?: string | undefined;
};

/** What more can be said of a claim, or read about it, each in a panel of its open card. */
export const PANELS = ['chain', 'finding', 'flags', 'relations', 'history'] as const;
export type PanelName = (typeof PANELS)[number];

/**
 * What a person has begun and not saved: a form, or a panel of the open card. Kept for this tab, so that neither a reload
 * nor a look at another claim loses it; one at a time, as there is one card. Panels that were left wait apart
 * (`Session.aside`).
 */
export type Unfinished = { readonly kind: 'form'; readonly form: Form } | BegunPanel;
export type BegunPanel = { readonly kind: 'panel'; readonly claimId: string; readonly panel: PanelName; readonly draft: PanelDraft };

/** What a panel holds; each reads its own part. `base` is the claim as it was when the panel opened. */
export type PanelDraft = Pick<DetailValues, 'chain' | 'finding' | 'evidence'> & {
  readonly base: Claim;
  readonly words?: { readonly picked: string; readonly note: string } | undefined;
};

/** One card at a time. `moved`: where the open claim would be if its moved edges were saved; never while a panel is open. */
export type Mode =
  | { readonly kind: 'read' }
  | { readonly kind: 'open'; readonly claimId: string; readonly moved: readonly TextRange[] | null; readonly panel: PanelName | null }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'conflict'; readonly key: string };

/** Several claims under one place, to choose from. `x` and `y` in px of the window. */
export type Chooser = { readonly ids: readonly string[]; readonly x: number; readonly y: number };

/** What is open beside the card; one at a time. `from`: where the caret was, to go back to. */
export type Tool =
  | { readonly kind: 'palette' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'find'; readonly query: string; readonly from: Selected };

/** What this person last said of a claim: what repeating gives the next one. */
export type LastChoice = {
  readonly sourceType: SourceType;
  readonly source: ChosenSource | null;
  readonly confidence: Confidence;
  readonly chain: Chain;
};

/** Everything the page draws, as one value that is replaced whenever something changes. */
export type View = {
  readonly mode: Mode;
  readonly chooser: Chooser | null;
  readonly keySheet: boolean;
  readonly tool: Tool | null;
  /** What the margin lists (filter/); it lives in the address. */
  readonly filter: ClaimFilter;
  readonly claims: readonly ShownClaim[];
  readonly status: SaveStatus;
  /** False once the browser could not keep a write that is not saved yet. */
  readonly kept: boolean;
  readonly last: LastChoice | null;
  /** Claims marked in the list, for one act on all of them. */
  readonly marked: ReadonlySet<string>;
  /** The chain that is being given to several claims, and the claim it was taken from; null when none is. */
  readonly applying: { readonly chain: Chain; readonly fromId: string | null } | null;
  /** Submit as soon as everything is saved. */
  readonly submitting: boolean;
  /** Who else has the article open. */
  readonly others: readonly PersonRef[];
  /** What others last did to the claim that was open then; `version` is the one they left, null when they deleted it. */
  readonly elsewhere: { readonly claimId: string; readonly version: number | null; readonly words: string } | null;
  /** Read out when it changes. */
  readonly said: string;
};
