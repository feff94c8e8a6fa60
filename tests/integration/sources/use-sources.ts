import * as merging from '@/lib/claims/merging/mutations';
import type { Permission } from '@/lib/permissions/permissions';
import * as mutations from '@/lib/sources/mutations';
import type { Source } from '@/lib/sources/source';
import { createTestClaim, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { createTestSource, recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

/** A desk with an article, and the acts on its sources, as its editor does them. Each is meant for the source as it stands. */
export async function useSources() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const scope = <Name extends Permission>(permission: Name) => as(db, desk.editor, permission);
  const record = (source: { readonly id: string }) => recordOf(db, desk.editor, source);
  const versionOf = async (source: { readonly id: string }) => toSourceVersion(await record(source));
  return {
    ...made,
    record,
    versionOf,
    scope,
    source: (name: string, kind?: Source['kind']) => createTestSource(db, desk.checker, name, kind),
    claim: (source: { readonly id: string }, more: Parameters<typeof createTestClaim>[3] = {}) =>
      createTestClaim(db, desk.checker, article, { source: { id: source.id }, ...more }),
    addAlias: async (source: Source, alias: string) =>
      valueOf(await mutations.addAlias(scope('source.edit'), { ...(await versionOf(source)), alias })),
    merge: async (from: { readonly id: string }, into: { readonly id: string }) =>
      merging.mergeSource(scope('source.merge'), {
        ...(await versionOf(from)),
        intoId: into.id,
        intoVersion: (await record(into)).version,
      }),
    split: async (source: { readonly id: string }) => merging.splitSource(scope('source.merge'), await versionOf(source)),
    grade: async (source: { readonly id: string }, grade: 'A' | 'B' | 'C' | 'F', reason = 'As it was found.') =>
      mutations.gradeSource(scope('source.grade'), { ...(await versionOf(source)), grade, reason }),
    retract: async (source: { readonly id: string }, reason = 'It made things up.') =>
      mutations.retractSource(scope('source.retract'), { ...(await versionOf(source)), reason }),
    newKey,
  };
}
