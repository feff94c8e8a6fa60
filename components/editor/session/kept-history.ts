import { type History, type KeptHistory, NO_HISTORY, type Step } from '../history';
import type { Session } from './session';

// What can be taken back outlives a reload: kept for this tab, by person and article, up to a size.

/** As much as is worth the browser's room, in UTF-16 units; what goes first is what is furthest back. */
const SIZE_MAX = 1_000_000;

function keyOf({ data }: Session): string {
  return `hearsay:history:${data.actor.userId}:${data.article.id}`;
}

export function setHistory(session: Session, history: History): void {
  session.history = history;
  keepHistory(session);
}

/** Writes the steps down. Costs no more than the newest of them. */
function keepHistory(session: Session): void {
  const { done, undone } = session.history;
  const text = toText(done, undone, versionsOf(session));
  try {
    if (done.length + undone.length === 0) sessionStorage.removeItem(keyOf(session));
    else sessionStorage.setItem(keyOf(session), text);
  } catch {
    // Storage is full or switched off: undo works until the page is closed.
  }
}

const written = new WeakMap<Step, string>();

function write(one: Step): string {
  const known = written.get(one) ?? JSON.stringify(one);
  written.set(one, known);
  return known;
}

function toText(done: readonly Step[], undone: readonly Step[], gone: ReadonlyMap<string, number>): string {
  let room = SIZE_MAX;
  const fitting = (steps: readonly Step[]) => {
    const texts: string[] = [];
    for (const text of steps.toReversed().map(write)) {
      room -= text.length;
      if (room < 0) break;
      texts.unshift(text);
    }
    return `[${texts.join(',')}]`;
  };
  const parts = { undone: fitting(undone), done: fitting(done) };
  return `{"version":1,"done":${parts.done},"undone":${parts.undone},"gone":${JSON.stringify(Object.fromEntries(gone))}}`;
}

/** What is known of deleted claims' versions: from this page, and from the one before it. */
function versionsOf(session: Session): ReadonlyMap<string, number> {
  const gone = new Map(session.gone);
  for (const [id, { version }] of session.runner.getSnapshot().buried) gone.set(id, version);
  const needed = new Set([...session.history.done, ...session.history.undone].flatMap(claimIdsOf));
  return new Map([...gone].filter(([id]) => needed.has(id)));
}

function claimIdsOf(one: Step): readonly string[] {
  if (one.kind === 'group') return one.steps.flatMap(claimIdsOf);
  return one.kind === 'create' || one.kind === 'delete' ? [one.claim.id] : [];
}

/** Takes up the steps of this tab's last visit. */
export function restoreHistory(session: Session, parseHistory: (text: string) => KeptHistory | null): void {
  const found = session.history === NO_HISTORY ? parseHistory(readHistory(session) ?? 'null') : null;
  if (found === null) return;
  session.history = { done: found.done, undone: found.undone };
  session.gone = new Map(Object.entries(found.gone));
}

/** Keeps the versions of claims that are deleted from here on. Returns how to stop. */
export function followDeleted(session: Session): () => void {
  const { runner } = session;
  let { buried } = runner.getSnapshot();
  return runner.subscribe(() => {
    const now = runner.getSnapshot().buried;
    if (now === buried) return;
    buried = now;
    keepHistory(session);
  });
}

/** What an earlier page of this tab left, as text; null when nothing. */
export function readHistory(session: Session): string | null {
  try {
    return sessionStorage.getItem(keyOf(session));
  } catch {
    return null;
  }
}

/** The version a restore is made on: what this page knows, else what the one before it knew. */
export function versionOfGone(session: Session, claimId: string): number | null {
  const { runner, gone } = session;
  const { saved, buried } = runner.getSnapshot();
  const version = runner.versionFor(claimId);
  const known = saved.has(claimId) || buried.has(claimId);
  return version === null || known ? version : (gone.get(claimId) ?? version);
}
