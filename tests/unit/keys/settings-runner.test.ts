import { describe, expect, it, vi } from 'vitest';
import { type KeptSettings, parseSettings } from '@/components/keys/kept-settings';
import { createSettingsRunner, type Sent } from '@/components/keys/settings-runner';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { KeySettings } from '@/lib/keys/command';
import { NO_PREFERENCES, type Preferences } from '@/lib/people/preferences';

const own = (press: string): KeySettings => ({ singleKeys: true, keys: { 'annotate.undo': [press] } });

function begin(kept: KeptSettings = { base: NO_PREFERENCES, mine: null }) {
  const sent: Sent[] = [];
  const answers: ((result: Result<Preferences> | Error) => void)[] = [];
  const written: KeptSettings[] = [];
  const said: string[] = [];
  const shown: KeySettings[] = [];
  let keys = 0;
  const runner = createSettingsRunner(kept, {
    newKey: () => `key ${++keys}`,
    send: (one) => {
      sent.push(one);
      return new Promise((resolve, reject) => answers.push((result) => (result instanceof Error ? reject(result) : resolve(result))));
    },
    keep: (value) => written.push(value) > 0,
    show: (settings) => shown.push(settings),
    tell: (words) => said.push(words),
  });
  const answer = async (result: Result<Preferences> | Error) => {
    answers.shift()?.(result);
    await vi.waitFor(() => expect(said.at(-1)).not.toBe(''));
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { runner, sent, written, said, shown, answer };
}

describe('what a person chose', () => {
  it('goes to the account, and is forgotten here once it is there', async () => {
    const { runner, sent, written, said, answer } = begin();
    runner.change(own('q'));
    expect(sent).toEqual([{ ...own('q'), key: 'key 1', version: 0 }]);
    expect(written.at(-1)?.mine).toEqual(own('q'));
    await answer(ok({ ...own('q'), version: 1 }));
    expect(written.at(-1)).toEqual({ base: { ...own('q'), version: 1 }, mine: null });
    expect(said.at(-1)).toBe('Saved with your account.');
  });

  it('is sent again, as the same write, when no answer came', async () => {
    const { runner, sent, said, answer } = begin();
    runner.change(own('q'));
    await answer(new TypeError('Failed to fetch'));
    expect(said.at(-1)).toMatch(/^Not saved to your account: .* Kept in this browser until then\.$/);
    runner.retry();
    expect(sent[1]).toEqual(sent[0]);
  });

  it('waits in the browser while nobody is signed in', async () => {
    const { runner, written, said, answer } = begin();
    runner.change(own('q'));
    await answer(refused(appError('NOT_SIGNED_IN')));
    expect(said.at(-1)).toContain('not signed in');
    expect(written.at(-1)?.mine).toEqual(own('q'));
    expect(parseSettings(JSON.stringify(written.at(-1)))).toEqual(written.at(-1));
  });

  it('is put onto what another browser saved meanwhile, and sent again', async () => {
    const { runner, sent, shown, answer } = begin();
    runner.change(own('q'));
    const theirs: Preferences = { singleKeys: false, keys: { 'review.fix': ['y'] }, version: 4 };
    await answer(refused(appError('STALE', undefined, { current: theirs })));
    const joined = { singleKeys: false, keys: { 'review.fix': ['y'], 'annotate.undo': ['q'] } };
    expect(sent.at(-1)).toEqual({ ...joined, key: 'key 2', version: 4 });
    expect(shown.at(-1)).toEqual(joined);
  });

  it('while one is under way goes after it, on its version', async () => {
    const { runner, sent, answer } = begin();
    runner.change(own('q'));
    runner.change(own('b'));
    expect(sent).toHaveLength(1);
    await answer(ok({ ...own('q'), version: 1 }));
    expect(sent.at(-1)).toEqual({ ...own('b'), key: 'key 2', version: 1 });
  });
});
