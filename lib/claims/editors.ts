import type { ClaimState } from './claim-state';

/**
 * Who had a hand in what of a claim is to be approved, beside its maker: everybody who edited it since it was last approved. Four eyes
 * looks at all of them, since who edits a claim and has a colleague edit a trifle after them still wrote it.
 */
export type Editors = {
  readonly lastEditedById: string;
  /** Those before, each once. */
  readonly earlierEditorIds: readonly string[];
};

type Edited = Editors & { readonly createdById: string; readonly state: ClaimState };

/** After an edit by `editorId`. What was approved is nobody's work any more: the edit that reopens a claim begins anew. */
export function editorsAfterEdit({ createdById, lastEditedById, earlierEditorIds, state }: Edited, editorId: string): Editors {
  if (state === 'approved') return { lastEditedById: editorId, earlierEditorIds: [] };
  const earlier = new Set([...earlierEditorIds, lastEditedById]);
  // The maker counts in any case, and whoever is last is not told twice.
  for (const id of [createdById, editorId]) earlier.delete(id);
  return { lastEditedById: editorId, earlierEditorIds: [...earlier] };
}

/**
 * Before the fix that came with an approval, which is taken back: `lastEditedById` is who had edited the claim before it. Who fixed had no
 * hand in it until then, or could not have approved it.
 */
export function editorsBeforeFix({ earlierEditorIds }: Editors, lastEditedById: string): Editors {
  return { lastEditedById, earlierEditorIds: earlierEditorIds.filter((id) => id !== lastEditedById) };
}
