import { troubleOfThrow } from '@/lib/delivery/trouble';
import type { Result } from '@/lib/kernel/result';
import type { KeySettings } from '@/lib/keys/command';
import { rebaseKeys } from '@/lib/keys/remap';
import type { Preferences } from '@/lib/people/preferences';
import type { KeptSettings } from './kept-settings';

/**
 * Brings what a person chose to their account. It acts in this browser at once, whatever happens to the sending; what is
 * not there yet is kept in the browser and goes with the next try. Two browsers that change different commands both get
 * their way; of the same command the later one does.
 */
export type Sent = KeySettings & { readonly key: string; readonly version: number };

type Outside = {
  readonly newKey: () => string;
  readonly send: (sent: Sent) => Promise<Result<Preferences>>;
  readonly keep: (kept: KeptSettings) => boolean;
  /** Other settings than the person just chose: somebody has to draw them. */
  readonly show: (settings: KeySettings) => void;
  /** How it stands, in a sentence. */
  readonly tell: (words: string) => void;
};

const KEPT = 'Kept in this browser until then.';
/** Answers that somebody was quicker, in a row: then it is not somebody. */
const STALE_MAX = 5;

export function createSettingsRunner(begin: KeptSettings, { newKey, send, keep, show, tell }: Outside) {
  let { base, mine } = begin;
  let sending: KeySettings | null = null;
  // A try whose answer was lost is the same try when it is sent again.
  let last: { readonly of: KeySettings; readonly sent: Sent } | null = null;
  let stale = 0;

  function store(): boolean {
    return keep({ base, mine });
  }

  async function pump(): Promise<void> {
    if (mine === null || sending !== null) return;
    sending = mine;
    const sent = last?.of === mine ? last.sent : { ...mine, key: newKey(), version: base.version };
    last = { of: mine, sent };
    tell('Saving…');
    try {
      take(await send(sent));
    } catch (error) {
      sending = null;
      tell(`Not saved to your account: ${troubleOfThrow(error).message} ${KEPT}`);
    }
  }

  function take(result: Result<Preferences>): void {
    const was = sending;
    sending = null;
    if (result.ok) {
      stale = 0;
      base = result.value;
      if (mine === was) mine = null;
    } else if (result.error.code === 'STALE' && stale < STALE_MAX) {
      stale += 1;
      const theirs = result.error.current as Preferences;
      if (mine !== null) mine = rebaseKeys(base, mine, theirs);
      base = theirs;
      if (mine !== null) show(mine);
    } else {
      store();
      tell(`Not saved to your account: ${result.error.message} ${KEPT}`);
      return;
    }
    store();
    if (mine === null) tell('Saved with your account.');
    else void pump();
  }

  return {
    /** What the person chose just now. */
    change(settings: KeySettings): void {
      mine = { singleKeys: settings.singleKeys, keys: settings.keys };
      if (!store()) tell('This browser keeps nothing: your choice is lost if it does not reach your account before you leave.');
      void pump();
    },
    /** Tries again what is not there yet. */
    retry: () => void pump(),
    /** Another window of this browser wrote this down. */
    adopt(kept: KeptSettings): void {
      if (sending !== null || mine !== null) return;
      base = kept.base;
      show(kept.mine ?? kept.base);
    },
  };
}
