import { describe, expect, it } from 'vitest';
import { findPreferences } from '@/lib/people/data';
import { savePreferences } from '@/lib/people/mutations';
import type { SavePreferencesInput } from '@/lib/people/schema';
import { valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

const input = (more: Partial<SavePreferencesInput> = {}): SavePreferencesInput => ({
  ...{ key: newKey(), version: 0, singleKeys: true, keys: { 'annotate.undo': ['Control+b', 'q'] } },
  ...more,
});

describe('a person’s keys', () => {
  it('are as everybody begins until they choose, and then theirs alone', async () => {
    const { db, desk } = await useDesk();
    expect(await findPreferences(db, desk.checker.userId)).toEqual({ singleKeys: true, keys: {}, version: 0 });
    valueOf(await savePreferences(as(db, desk.checker, 'preferences.edit'), input({ singleKeys: false })));
    expect(await findPreferences(db, desk.checker.userId)).toEqual({
      ...{ singleKeys: false, keys: { 'annotate.undo': ['Control+b', 'q'] } },
      version: 1,
    });
    expect((await findPreferences(db, desk.editor.userId)).version).toBe(0);
  });

  it('are written once, however often the request is sent', async () => {
    const { db, desk } = await useDesk();
    const sent = input();
    const once = { key: sent.key, action: 'savePreferences', input: sent };
    const scope = as(db, desk.checker, 'preferences.edit', { once });
    const first = valueOf(await savePreferences(scope, sent));
    expect(valueOf(await savePreferences(scope, sent))).toEqual(first);
    expect(await db.read.auditEvent.count({ where: { type: 'preferences.saved' } })).toBe(1);
  });

  it('of an older version are refused with the newer ones', async () => {
    const { db, desk } = await useDesk();
    const scope = as(db, desk.checker, 'preferences.edit');
    const newer = valueOf(await savePreferences(scope, input()));
    const late = await savePreferences(scope, input({ keys: {} }));
    expect(late).toMatchObject({ ok: false, error: { code: 'STALE', current: newer } });
    expect(await findPreferences(db, desk.checker.userId)).toEqual(newer);
  });

  it('leave behind which commands got other keys', async () => {
    const { db, desk } = await useDesk();
    const scope = as(db, desk.checker, 'preferences.edit');
    valueOf(await savePreferences(scope, input()));
    valueOf(await savePreferences(scope, input({ version: 1, keys: { 'annotate.undo': ['Control+b', 'q'], 'review.fix': ['y'] } })));
    const events = await db.read.auditEvent.findMany({ where: { type: 'preferences.saved' }, orderBy: { id: 'asc' } });
    expect(events.map(({ data }) => (JSON.parse(data) as { commands: unknown }).commands)).toEqual([['annotate.undo'], ['review.fix']]);
  });
});
