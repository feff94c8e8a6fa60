import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { unreachable } from '@/lib/kernel/assert';
import type { Act, Entry } from './triage/act';
import type { Snapshot } from './triage/runner';
import type { Notice, Outcome } from './triage/triage';

/** The status line about what is under way or stuck, or null when everything was answered. Never says done before the server did. */
export function pendingWords({ triage, pace, kept }: Snapshot): string | null {
  const [first] = triage.outbox;
  if (first === undefined) return null;
  if (first.trouble !== null) {
    const acts = `${countActs(triage.outbox.length)} ${triage.outbox.length === 1 ? 'is' : 'are'}`;
    const where = kept ? 'kept in this browser' : 'kept in this window only';
    switch (first.trouble.kind) {
      case 'unreachable':
      case 'server':
        return `Not sent: ${first.trouble.message} ${acts} ${where} and will be sent again.`;
      case 'signed_out':
        return `Not sent: ${first.trouble.message} ${acts} ${where}.`;
      case 'other_person':
        return `Not sent: ${first.trouble.message} ${acts} ${where} until you sign in again.`;
      case 'updated':
        return `Not sent: ${first.trouble.message} Reload the page ${kept ? 'to send again' : 'and decide again'}.`;
      default:
        return unreachable(first.trouble.kind);
    }
  }
  if (pace === 'quick') return null;
  return pace === 'slow'
    ? `Sending ${countActs(triage.outbox.length)}…`
    : `The server has not answered yet. ${countActs(triage.outbox.length)} under way.`;
}

/** What came of the last act: "Approved claim 8. 7 left." How many are left only where the page is sure to have counted the claim. */
export function outcomeWords({ kind, act, claim, message, current, adopted, count = 1 }: Outcome, left: number | null): string {
  const rest = adopted === true || left === null ? '' : left === 0 ? ' None left.' : ` ${left} left.`;
  if (kind === 'dropped') return `Not ${pastOf(act)} after all: claim ${claim.number} waits again.${rest}`;
  if (kind === 'refused' && current !== undefined) {
    const waits = current?.state === 'submitted';
    return `${message} ${waits ? 'It still waits: decide on it as it is now.' : 'Your decision was not applied.'}`;
  }
  if (kind === 'refused') {
    return act.kind === 'undo'
      ? `The decision on claim ${claim.number} was not taken back. ${message} It stands.`
      : `Claim ${claim.number} was not ${pastOf(act)}. ${message} It is back in its place.`;
  }
  if (count > 1)
    return `${act.kind === 'undo' ? `Undone: ${count} claims wait again.` : `${capital(pastOf(act))} ${count} claims.`}${rest}`;
  switch (act.kind) {
    case 'approve':
      return `Approved claim ${claim.number}.${rest}`;
    case 'fix':
      return `Fixed and approved claim ${claim.number}.${rest}`;
    case 'return':
      return `Returned claim ${claim.number} to ${claim.createdBy.name}.${rest}`;
    case 'reject':
      return `Rejected claim ${claim.number}.${rest}`;
    case 'undo':
      return `Undone: claim ${claim.number} waits again.${rest}`;
    default:
      return unreachable(act);
  }
}

/** What became of a decision that did not go through, for its row: what stands now, where somebody else was quicker. */
export function troubleWords(notice: Notice | undefined): string | null {
  if (notice === undefined) return null;
  const { act, current } = notice;
  if (current === null) return 'deleted meanwhile';
  if (current?.state === 'submitted') return 'changed meanwhile';
  if (current !== undefined) return `${CLAIM_STATE_LABELS[current.state].toLowerCase()} meanwhile`;
  return act.kind === 'undo' ? 'decision not taken back' : `not ${pastOf(act)}`;
}

/** "2 decisions were not applied: claim 2, rejected by Emil meanwhile; claim 5, deleted meanwhile." */
export function refusedWords(notices: readonly Notice[]): string {
  const each = notices.map((notice) => `claim ${notice.item.claim.number}, ${whoWords(notice) ?? troubleWords(notice)}`);
  return `${countActs(notices.length)} ${notices.length === 1 ? 'was' : 'were'} not applied: ${each.join('; ')}.`;
}

/** Who returned or rejected it: the reason bears their name. */
function whoWords({ current }: Notice): string | null {
  if (current?.state !== 'returned' && current?.state !== 'rejected') return null;
  return current.reason === null ? null : `${current.state} by ${current.reason.by.name} meanwhile`;
}

/** "approve claim 8", for the list of what is not sent yet. */
export function entryWords({ act, item }: Entry): string {
  const verb: Readonly<Record<Act['kind'], string>> = {
    approve: 'approve',
    fix: 'fix and approve',
    return: 'return',
    reject: 'reject',
    undo: 'undo the decision on',
  };
  return `${verb[act.kind]} claim ${item.claim.number}`;
}

export function pastOf(act: Act): string {
  const past: Readonly<Record<Act['kind'], string>> = {
    approve: 'approved',
    fix: 'fixed and approved',
    return: 'returned',
    reject: 'rejected',
    undo: 'undone',
  };
  return past[act.kind];
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function countActs(count: number): string {
  return count === 1 ? '1 decision' : `${count} decisions`;
}
