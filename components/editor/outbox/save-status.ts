import type { Entry, Outbox, Trouble } from './outbox';

/** What the status line says. It never says saved before the server has answered. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  /** `slow`: under way long enough (400 ms) to be worth saying. */
  | { readonly kind: 'saving'; readonly slow: boolean; readonly count: number }
  | { readonly kind: 'offline'; readonly count: number }
  | { readonly kind: 'retrying'; readonly count: number; readonly reason: string }
  | { readonly kind: 'signed_out'; readonly count: number }
  | { readonly kind: 'other_person'; readonly count: number }
  | { readonly kind: 'held'; readonly entry: Entry; readonly trouble: Trouble; readonly count: number };

/** The one thing to say about an outbox: what needs the person first, then what holds the rest up, then progress. */
export function saveStatus(outbox: Outbox, { online, slow }: { readonly online: boolean; readonly slow: boolean }): SaveStatus {
  const count = outbox.entries.length;
  if (count === 0) return { kind: 'saved' };
  const held = outbox.entries.find((entry) => entry.state === 'held');
  if (held !== undefined && held.trouble !== null) return { kind: 'held', entry: held, trouble: held.trouble, count };
  if (!online) return { kind: 'offline', count };
  const troubled = outbox.entries.find((entry) => entry.trouble !== null);
  if (troubled?.trouble?.kind === 'signed_out') return { kind: 'signed_out', count };
  if (troubled?.trouble?.kind === 'other_person') return { kind: 'other_person', count };
  if (troubled?.trouble != null) return { kind: 'retrying', count, reason: reasonOf(troubled.trouble) };
  return { kind: 'saving', slow, count };
}

function reasonOf({ kind, message }: Trouble): string {
  return kind === 'updated' ? `${message} Reload the page to go on.` : message;
}

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

/** The status in words, for the status line and for screen readers. */
export function saveStatusText(status: SaveStatus): string {
  switch (status.kind) {
    case 'saved':
      return 'All changes saved';
    case 'saving':
      return status.slow ? 'Saving…' : '';
    case 'offline':
      return `Offline. ${changes(status.count)} ${status.count === 1 ? 'is' : 'are'} kept on this device and will be sent.`;
    case 'retrying':
      return `Not saved: ${status.reason} Nothing is lost: ${changes(status.count)} will be sent again.`;
    case 'signed_out':
      return `Not saved: your session has ended. Nothing is lost: ${changes(status.count)} will be sent when you have signed in.`;
    case 'other_person':
      return 'You are signed in as somebody else in this browser now. Your changes are kept on this device.';
    case 'held':
      return status.trouble.kind === 'conflict'
        ? `Not saved: ${status.trouble.message}`
        : `Not saved: ${status.trouble.message} Nothing is lost.`;
  }
}
