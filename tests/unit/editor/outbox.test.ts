import { describe, expect, it } from 'vitest';
import { nextBatch } from '@/components/editor/outbox/batch';
import type { KeptWrite, Write } from '@/components/editor/outbox/entry';
import * as box from '@/components/editor/outbox/outbox';
import { saveStatus, saveStatusText } from '@/components/editor/outbox/save-status';
import { whoChanged } from '@/components/editor/outbox/who-changed';
import { NO_FINDING } from '@/lib/claims/finding';
import { toSeen } from '@/lib/claims/merge-values';
import { aClaim, aSpan, CHECKER, EDITOR, idOf } from '../../factories/report';
import { aTag } from '../../factories/tags';

const CLAIM = idOf('claim', 1);
const OTHER = idOf('claim', 2);
const create = (claimId = CLAIM): Write => ({ kind: 'create', claimId, revisionId: idOf('revision', 1), number: 1, tag: aTag() });
const edit = (version: number | null, claimId = CLAIM, note = ''): Write => ({ kind: 'edit', claimId, version, tag: aTag({ note }) });
const remove = (version: number | null, claimId = CLAIM): Write => ({ kind: 'delete', claimId, version });

const onlooker: box.Onlooker = { meId: CHECKER.id, known: () => undefined };

let made = 0;
const kept = (write: Write, key = `key-${++made}`): KeptWrite => ({ key, at: made, write });
const boxOf = (...entries: KeptWrite[]) => entries.reduce(box.enqueue, box.EMPTY_OUTBOX);
const writes = ({ entries }: box.Outbox) => entries.map(({ write }) => write);
const keysToSend = (outbox: box.Outbox) => nextBatch(outbox).map(({ key }) => key);
const refused: box.Trouble = { kind: 'refused', message: 'No.', field: null };

describe('an outbox', () => {
  it('sends one batch at a time, in the order the writes were made', () => {
    const [first, second] = [kept(create()), kept(edit(null))];
    const outbox = boxOf(first, second);
    expect(keysToSend(outbox)).toEqual([first.key, second.key]);
    expect(nextBatch(box.markSending(outbox, nextBatch(outbox, 1)))).toEqual([]);
  });

  it('waits with a write that points to a claim until that is there', () => {
    const [made, other] = [kept(create(OTHER)), kept(create())];
    const pointing = kept({ ...edit(null), details: { relations: [{ kind: 'tension', claimId: OTHER, note: '' }] } } as Write);
    const outbox = boxOf(made, other, pointing);
    expect(keysToSend(outbox)).toHaveLength(3);
    expect(keysToSend(box.hold(outbox, made.key, refused))).toEqual([other.key]);
  });

  it('does not lose a write whose predecessor is nowhere: it is made on the oldest version', () => {
    expect(writes(box.inOrder(boxOf(kept(edit(null)), kept(edit(null)))))).toMatchObject([{ version: 1 }, { version: null }]);
  });

  it('makes a write on an unanswered one wait for the version that one leaves', () => {
    const first = kept(create());
    const outbox = box.enqueue(boxOf(first), kept(edit(box.versionFor(boxOf(first), CLAIM, 1))));
    expect(writes(outbox)[1]).toMatchObject({ version: null });
    expect(writes(box.settle(outbox, first.key, new Map([[CLAIM, 1]])))).toEqual([expect.objectContaining({ kind: 'edit', version: 1 })]);
  });

  it('gives a version to the next write of the claim only', () => {
    const first = kept(create());
    const outbox = boxOf(first, kept(edit(null)), kept(remove(null)));
    expect(writes(box.settle(outbox, first.key, new Map([[CLAIM, 1]])))).toMatchObject([{ version: 1 }, { version: null }]);
  });

  it('holds back the later writes of a claim whose write is held, and no others', () => {
    const [first, second, third] = [kept(create()), kept(edit(null)), kept(create(OTHER))];
    const outbox = box.hold(boxOf(first, second, third), first.key, refused);
    expect(keysToSend(outbox)).toEqual([third.key]);
  });

  it('waits with a submit for every write of the claims in it', () => {
    const first = kept(edit(3));
    const outbox = box.hold(
      boxOf(first, kept({ kind: 'submit', articleId: idOf('article', 1), claims: [{ id: CLAIM, version: 4 }] })),
      first.key,
      refused,
    );
    expect(keysToSend(outbox)).toEqual([]);
  });

  it('keeps the key of a postponed write', () => {
    const first = kept(create());
    const outbox = box.postpone(box.markSending(boxOf(first), nextBatch(boxOf(first))), first.key, {
      kind: 'unreachable',
      message: 'No network.',
    });
    expect(nextBatch(outbox)).toMatchObject([{ key: first.key, attempts: 1 }]);
  });

  it('tries refused writes again when asked, and leaves conflicts to be decided', () => {
    const [first, second] = [kept(edit(1)), kept(edit(1, OTHER))];
    const held = box.hold(box.hold(boxOf(first, second), first.key, refused), second.key, {
      kind: 'conflict',
      message: '',
      current: null,
      who: null,
    });
    expect(box.retryAll(held).entries.map(({ state }) => state)).toEqual(['waiting', 'held']);
  });

  it('lets the later writes of a claim go with its create', () => {
    const first = kept(create());
    expect(box.discard(boxOf(first, kept(edit(null)), kept(create(OTHER))), first.key).entries).toHaveLength(1);
  });

  it('hands the version of a discarded edit to the next one', () => {
    const first = kept(edit(5));
    expect(writes(box.discard(boxOf(first, kept(edit(null))), first.key))).toMatchObject([{ version: 5 }]);
  });

  it('puts another write in the place of a held one and of what was built on it', () => {
    const [first, second, third] = [kept(edit(1)), kept(edit(null)), kept(create(OTHER))];
    const outbox = box.replace(box.hold(boxOf(first, second, third), first.key, refused), first.key, kept(edit(7), 'new'));
    expect(outbox.entries.map(({ key, state }) => [key, state])).toEqual([
      ['new', 'waiting'],
      [third.key, 'waiting'],
    ]);
  });

  it('knows what a person finally wanted of a claim in conflict', () => {
    const first = kept(edit(1, CLAIM, 'first'));
    expect(box.wantedValues(boxOf(first, kept(edit(null, CLAIM, 'last'))), first.key)?.tag.note).toBe('last');
    expect(box.wantedValues(boxOf(first, kept(remove(null))), first.key)).toBeNull();
  });

  it('gathers the parts of a claim in conflict from all its writes, the last of each', () => {
    const rating = (rationale: string) => ({ finding: { ...NO_FINDING, rationale } });
    const flags = [{ flag: 'circular', verdict: 'added', note: '' }] as const;
    const first = kept({ ...edit(1), details: { ...rating('first'), flags } } as Write);
    const second = kept({ ...edit(null), details: rating('last') } as Write);
    expect(box.wantedValues(boxOf(first, second), first.key)?.details).toEqual({ ...rating('last'), flags });
  });
});

describe('an answer of the server', () => {
  it('that a wait mends is waited out, however often it comes', () => {
    const error = { code: 'STORAGE', message: 'The disk is full.' } as const;
    expect([1, 4, 99].map((attempts) => box.troubleOf(error, attempts, onlooker).kind)).toEqual(['server', 'server', 'server']);
  });

  it('of STALE names who changed what', () => {
    const current = aClaim(8, [aSpan('The mayor said no', 0, 9)], { lastEditedBy: EDITOR });
    expect(box.troubleOf({ code: 'STALE', message: 'Changed.', current }, 1, onlooker)).toEqual({
      kind: 'conflict',
      message: 'Cy Editor changed claim 8 while you were working on it.',
      current,
      who: 'Cy Editor changed claim 8',
    });
  });
});

describe('who changed a claim', () => {
  const known = aClaim(8, [aSpan('The mayor said no', 0, 9)]);
  const flags = [{ flag: 'superlative', verdict: 'added', note: '' }] as const;

  it.each([
    ['somebody else', { lastEditedBy: EDITOR, note: 'x' }, 'Cy Editor changed claim 8'],
    ['this person, in another window', { note: 'x' }, 'You changed claim 8 in another window'],
    [
      'this person, in another window, beyond the tag',
      { finding: { ...NO_FINDING, rationale: 'x' } },
      'You changed claim 8 in another window',
    ],
    ['an editor who decided, and is nowhere named', { state: 'approved' as const }, 'Claim 8 became “approved”'],
    ['somebody who added a flag, and is nowhere named', { flags }, 'Somebody remarked on claim 8'],
  ])('is %s', (_who, different, words) => {
    expect(whoChanged({ ...known, version: 2, ...different }, known, CHECKER.id)).toBe(words);
  });

  it('is told by what was seen, where the newer version came in live before the answer', () => {
    const current = { ...known, note: 'x', version: 2 };
    expect(whoChanged(current, current, CHECKER.id, toSeen(known))).toBe('You changed claim 8 in another window');
    expect(whoChanged(current, current, CHECKER.id, toSeen(current))).toBe('Claim 8 was changed');
  });

  it('is this person where the page had no version to compare with', () => {
    expect(whoChanged(known, undefined, CHECKER.id)).toBe('You changed claim 8 in another window');
  });
});

describe('the save status', () => {
  const waiting = boxOf(kept(create()));
  const { key } = waiting.entries[0] as box.Entry;

  it('says saved only when nothing is left', () => {
    expect(saveStatus(box.EMPTY_OUTBOX, { online: true, slow: false })).toEqual({ kind: 'saved' });
    expect(saveStatus(waiting, { online: true, slow: false })).toMatchObject({ kind: 'saving' });
  });

  it('says that it saves only once that takes time', () => {
    expect(saveStatusText(saveStatus(waiting, { online: true, slow: false }))).toBe('');
    expect(saveStatusText(saveStatus(waiting, { online: true, slow: true }))).toBe('Saving…');
  });

  it('says how many changes are kept while there is no network', () => {
    expect(saveStatusText(saveStatus(waiting, { online: false, slow: false }))).toBe(
      'Offline. 1 change is kept on this device and will be sent.',
    );
  });

  it('puts what the person has to decide before what the network has to', () => {
    const held = box.hold(waiting, key, refused);
    expect(saveStatus(held, { online: false, slow: false })).toMatchObject({ kind: 'held' });
    expect(saveStatusText(saveStatus(held, { online: true, slow: false }))).toBe('Not saved: No. Nothing is lost.');
  });
});
