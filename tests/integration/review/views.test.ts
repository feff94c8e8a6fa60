import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { listViews } from '@/lib/review/views/data';
import { deleteView, saveView } from '@/lib/review/views/mutations';
import { saveViewInput } from '@/lib/review/views/schema';
import { VIEWS_MAX } from '@/lib/review/views/view';
import { valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

async function useViews() {
  const made = await useDesk();
  const { db, desk } = made;
  const save = (name: string, different: { viewId?: string; version?: number; query?: string } = {}, actor = desk.editor) =>
    saveView(
      as(db, actor, 'queue.view'),
      saveViewInput.parse({ key: newKey(), viewId: newId(), version: 0, name, query: 'strength=0', ...different }),
    );
  const list = (actor = desk.editor) => listViews(db, { deskId: desk.deskId, userId: actor.userId });
  return { ...made, save, list };
}

describe('saved views', () => {
  it('are a person’s own: kept, renamed, pointed elsewhere and deleted, each on the version that was seen', async () => {
    const { db, desk, save, list } = await useViews();
    const made = valueOf(await save('Weak ones'));
    expect(await list()).toEqual([{ id: made.id, name: 'Weak ones', query: 'strength=0', version: 1 }]);
    expect(await list(desk.otherEditor)).toEqual([]);
    const renamed = valueOf(await save('Weakest', { viewId: made.id, version: 1, query: 'sort=weakest' }));
    expect(renamed).toEqual({ id: made.id, name: 'Weakest', query: 'sort=weakest', version: 2 });
    expect(await save('Old window', { viewId: made.id, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'STALE', current: renamed },
    });
    const removal = { key: newKey(), viewId: made.id, version: 2 };
    expect(await deleteView(as(db, desk.otherEditor, 'queue.view'), removal)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    valueOf(await deleteView(as(db, desk.editor, 'queue.view'), removal));
    expect(await list()).toEqual([]);
  });

  it('have a name once each, and are not without end', async () => {
    const { desk, save, list } = await useViews();
    valueOf(await save('Mine'));
    expect(await save('Mine')).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'name' } });
    valueOf(await save('Mine', {}, desk.otherEditor));
    for (let at = 1; at < VIEWS_MAX; at++) valueOf(await save(`View ${at}`));
    expect(await save('One more')).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    expect(await list()).toHaveLength(VIEWS_MAX);
  });

  it('cannot take over another person’s', async () => {
    const { desk, save, list } = await useViews();
    const theirs = valueOf(await save('Theirs', {}, desk.otherEditor));
    expect(await save('Taken', { viewId: theirs.id })).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } });
    expect(await save('Taken', { viewId: theirs.id, version: 1 })).toMatchObject({ ok: false, error: { code: 'STALE' } });
    expect(await list(desk.otherEditor)).toMatchObject([{ name: 'Theirs' }]);
  });

  it('keep of an address only what the queue knows', async () => {
    const { save } = await useViews();
    const view = valueOf(
      await save('Odd', { query: 'strength=0&evil=%3Cscript%3E&after=waiting.1.2.3&class=nonsense&sort=weakest&age=24' }),
    );
    expect(view.query).toBe('strength=0&age=24&sort=weakest');
  });
});
