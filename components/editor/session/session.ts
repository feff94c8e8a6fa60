import { browserStorage } from '@/components/ui/browser-storage';
import { toast } from '@/components/ui/toast';
import type { Chain } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { toChosenSource } from '@/lib/claims/tag-values';
import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';
import { sentenceAt, splitSentences } from '@/lib/text/sentences';
import { type ClaimFilter, isFiltering, NO_FILTER } from '../filter/claim-filter';
import { listed } from '../filter/listed';
import { type History, NO_HISTORY } from '../history';
import type { ChoiceCommand, FormCommand } from '../keymap';
import { createEntryStore } from '../outbox/entry-store';
import { createOutboxRunner, type Machine, type OutboxRunner, type Send } from '../outbox/outbox-runner';
import type { ShownClaim } from '../outbox/overlay';
import { saveStatus } from '../outbox/save-status';
import { createStore, type Store } from '../store';
import { type Drawn, type Kin, NO_KIN } from '../text/claim-decorations';
import { type Selected, toRange } from '../text/selected';
import type { Surface } from '../text/surface';
import { createClaimRegister } from './claim-register';
import { parseKeptWrite } from './load-parsers';
import { mergedWords } from './merge-words';
import { createStandings, type Standing } from './standing';
import { isSubmittable } from './submittable';
import { createTally, type Tally } from './tally';
import type { LastChoice, Mode, SessionData, Unfinished, View } from './view';

/**
 * One person at work on one article. Holds what the page shows (`view`) and where the caret is
 * (`selected`, apart, because it changes with every arrow key); the acts in acts.ts change them.
 * Not here: what is drawn where (layout/), how the text is drawn (text/), how writes get
 * through (outbox/).
 */
export type Session = {
  readonly data: SessionData;
  readonly view: Store<View>;
  readonly selected: Store<Selected>;
  readonly runner: OutboxRunner;
  readonly sentences: () => readonly TextRange[];
  readonly sentenceAround: (offset: TextOffset) => string;
  readonly surface: () => Surface | null;
  readonly attach: (surface: Surface) => () => void;
  readonly find: (claimId: string) => ShownClaim | null;
  /** The claims with a word in [start, end), in text order; costs what is there, not the article. */
  readonly touching: (start: number, end: number) => readonly ShownClaim[];
  readonly tally: Tally;
  /** Tells where claims came, went or changed, as the words they stand on. Returns what ends it. */
  readonly watchClaims: (listener: (where: readonly TextRange[]) => void) => () => void;
  readonly patch: (change: Partial<View>) => void;
  readonly setMode: (mode: Mode) => void;
  readonly say: (words: string) => void;
  /** The number the next new claim will most likely get; the server decides. */
  readonly nextNumber: () => number;
  /** Tells one opening of a form from the next. */
  readonly nextSerial: () => number;
  /** How the claims shown now hang together. */
  readonly standing: () => Standing;
  history: History;
  /** Versions of claims deleted before this page was loaded (kept-history.ts). */
  gone: ReadonlyMap<string, number>;
  /** What is being filled in (unfinished.ts). */
  unfinished: Unfinished | null;
  /** What was begun and put aside, the latest last (unfinished.ts). */
  aside: ReadonlyMap<string, Unfinished>;
  /** While somebody is choosing another claim: takes the one that is pressed, in place of opening it. */
  pickClaim: ((claimId: string) => void) | null;
  /** While a form is open: does in it what a key of it would. */
  runInForm: ((command: FormCommand | ChoiceCommand) => void) | null;
  /** Narrows what the margin lists. */
  setFilter: (filter: ClaimFilter) => void;
  /** The claims the margin lists, in text order. */
  readonly listed: () => readonly ShownClaim[];
};

/** Work of an hour offline may merge with much: what is said goes for all of it, what pops up for a few. */
const MERGES_SHOWN = 3;

export function createSession(data: SessionData, send: Send, machine: Machine): Session {
  const { actor, article, revision } = data;
  const store = createEntryStore(browserStorage, { userId: actor.userId, articleId: article.id }, parseKeptWrite);
  const runner = createOutboxRunner({
    ...{ store, send, saved: data.claims, meId: actor.userId, machine },
    onMerged(news) {
      const words = news.map(({ theirs, fields }) => mergedWords(theirs, fields, actor.userId));
      session.say(words.join(' '));
      for (const one of words.slice(0, MERGES_SHOWN)) toast(one);
    },
  });
  const setting = { text: revision.text, me: { id: actor.userId, name: actor.name }, deskId: article.deskId, articleId: article.id };
  const register = createClaimRegister(setting);
  const tally = createTally({
    sentences: () => session.sentences(),
    isSubmittable: (claim) => isSubmittable(claim, actor.userId),
  });
  /** Where claims changed since the text was last drawn. */
  let changed: readonly TextRange[] = [];
  const watchers = new Set<(where: readonly TextRange[]) => void>();
  function shownClaims(): readonly ShownClaim[] {
    const { saved, outbox } = runner.getSnapshot();
    const change = register.update(saved, outbox);
    if (change !== null) {
      tally.take(change);
      const where = [...change.gone, ...change.come].flatMap(({ spans }) => spans);
      changed = changed.length === 0 ? where : [...changed, ...where];
      for (const watcher of watchers) watcher(where);
    }
    return register.claims();
  }

  const selected = createStore<Selected>({ anchor: 0 as TextOffset, head: 0 as TextOffset });
  const view = createStore<View>({
    mode: { kind: 'read' },
    chooser: null,
    keySheet: false,
    tool: null,
    filter: NO_FILTER,
    claims: shownClaims(),
    status: { kind: 'saved' },
    kept: true,
    last: lastChoice(data),
    marked: NO_MARKS,
    applying: null,
    submitting: false,
    others: [],
    elsewhere: null,
    said: '',
  });
  let sentences: readonly TextRange[] | null = null;
  let surface: Surface | null = null;
  let serial = 0;
  const standingOf = createStandings(data.groups, { find: register.find, relating: tally.relating });

  const session: Session = {
    data,
    view,
    selected,
    runner,
    history: NO_HISTORY,
    gone: new Map(),
    unfinished: null,
    aside: new Map(),
    pickClaim: null,
    runInForm: null,
    setFilter: (filter) => session.patch({ filter }),
    listed: () => listed(session, view.get().claims, view.get().filter),
    standing: () => standingOf(view.get().claims),
    nextSerial: () => ++serial,
    sentences: () => {
      sentences ??= splitSentences(revision.text);
      return sentences;
    },
    sentenceAround(offset) {
      const at = sentenceAt(session.sentences(), offset);
      const { start, end } = at === null ? toTextRange(0, 0) : (session.sentences()[at] as TextRange);
      return revision.text.slice(start, end);
    },
    surface: () => surface,
    attach(attached) {
      surface = attached;
      drawn = null;
      drawnCues = [];
      draw();
      return () => {
        surface = null;
      };
    },
    find: register.find,
    touching: register.touching,
    tally,
    watchClaims(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    patch: (change) => view.set({ ...view.get(), ...change }),
    setMode: (mode) => session.patch({ mode, chooser: null }),
    // A word said twice in a row has to change to be heard twice.
    say: (words) => session.patch({ said: words === view.get().said ? `${words}\u00a0` : words }),
    nextNumber: () => tally.highest() + 1,
  };

  runner.subscribe(() => {
    const { outbox, online, slow, kept } = runner.getSnapshot();
    const claims = shownClaims();
    const { mode } = view.get();
    const gone = mode.kind === 'open' && register.find(mode.claimId) === null;
    const decided = mode.kind === 'conflict' && !outbox.entries.some(({ key }) => key === mode.key);
    session.patch({
      claims,
      status: saveStatus(outbox, { online, slow }),
      kept,
      ...(gone || decided ? { mode: { kind: 'read' } as const } : {}),
    });
  });

  // The text is drawn anew when claims or the open claim change, and never for a move of the caret.
  let drawn: Drawn | null = null;
  let target: readonly TextRange[] = [];
  let drawnCues: readonly TextRange[] = [];
  view.subscribe(draw);

  let lastListed: { readonly of: readonly unknown[]; readonly ids: ReadonlySet<string> | null } | null = null;

  /** The same set as long as claims and filter are the same. */
  function listedIds(): ReadonlySet<string> | null {
    const { claims, filter } = view.get();
    if (lastListed?.of[0] !== claims || lastListed.of[1] !== filter) {
      lastListed = { of: [claims, filter], ids: isFiltering(filter) ? new Set(session.listed().map(({ id }) => id)) : null };
    }
    return lastListed.ids;
  }

  function draw(): void {
    if (surface === null) return;
    const { mode } = view.get();
    const wanted = { ...toDrawn(session, (claimId) => toKin(session.standing(), claimId)), listed: listedIds() };
    // Which claims the margin lists changes how all are drawn.
    if (drawn === null || drawn.listed !== wanted.listed) surface.drawClaims(wanted, null);
    else if (changed.length > 0 || !isSameDrawing(drawn, wanted)) surface.drawClaims(wanted, isMuch(changed) ? null : changed);
    drawn = wanted;
    changed = [];
    const cues = toCues(mode, session.find);
    if (cues !== drawnCues && !(cues.length === 0 && drawnCues.length === 0)) surface.drawCues(cues);
    drawnCues = cues;
    const words = mode.kind === 'form' && !mode.form.editing ? (mode.form.each ?? mode.form.spans) : NO_SPANS;
    if (target !== words) surface.drawTarget(words);
    target = words;
  }

  return session;
}

/** What this person last said of a claim here, so that repeating works on the first claim of a visit too. */
function lastChoice({ actor, claims }: SessionData): LastChoice | null {
  const mine = claims.filter(({ lastEditedBy }) => lastEditedBy.id === actor.userId);
  const latest = mine.reduce<Claim | null>((last, claim) => (last === null || claim.updatedAt > last.updatedAt ? claim : last), null);
  return latest === null ? null : toLastChoice(latest);
}

export function toLastChoice({ sourceType, source, confidence, chain }: Claim): LastChoice {
  return { sourceType, source: toChosenSource(source), confidence, chain };
}

/** Whether so many words changed that looking at each costs more than drawing all that is on screen. */
export function isMuch(changed: readonly TextRange[]): boolean {
  return changed.length > 50;
}

const NO_SPANS: readonly TextRange[] = [];
const NO_MARKS: ReadonlySet<string> = new Set();

/** Related claims are drawn for the open one only. */
function toDrawn({ view, find, touching }: Session, kinOf: (claimId: string) => Kin): Drawn {
  const { mode } = view.get();
  if (mode.kind === 'form' && mode.form.editing) {
    const { claimId, spans } = mode.form;
    return { find, touching, openId: claimId, moved: spans, kin: kinOf(claimId) };
  }
  if (mode.kind === 'open') return { find, touching, openId: mode.claimId, moved: mode.moved, kin: kinOf(mode.claimId) };
  return { find, touching, openId: null, moved: null, kin: NO_KIN };
}

/** The words that name those in the open claim's chain. The same list as long as the chain is the same. */
function toCues(mode: Mode, find: Session['find']): readonly TextRange[] {
  if (mode.kind !== 'open') return NO_SPANS;
  const chain = find(mode.claimId)?.chain;
  if (chain === undefined) return NO_SPANS;
  const known = cuesOf.get(chain);
  if (known !== undefined) return known;
  const cues = chain.flatMap(({ cue }) => (cue === null ? [] : [cue]));
  cuesOf.set(chain, cues);
  return cues;
}

const cuesOf = new WeakMap<Chain, readonly TextRange[]>();

function toKin(standing: Standing, claimId: string): Kin {
  const relations = standing.relations().get(claimId) ?? [];
  return relations.length === 0 ? NO_KIN : new Map(relations.toReversed().map(({ claimId: id, kind }) => [id, kind]));
}

function isSameDrawing(a: Drawn, b: Drawn): boolean {
  const sameKin = a.kin.size === b.kin.size && [...a.kin].every(([id, kind]) => b.kin.get(id) === kind);
  return a.openId === b.openId && a.moved === b.moved && sameKin;
}

/** The selection as a range, in text order; empty at a bare caret. */
export function selectedRange(session: Session): TextRange {
  return toRange(session.selected.get());
}
