import { type CheckedTag, openChoices, type TagDraft } from './check-choices';
import { tagInput } from './schema';
import { sourceThatCounts, type TagField, toSourceInput } from './tag-values';

export type { TagDraft, TagErrors } from './check-choices';

/**
 * The finished tag, as it is to be sent, or what is not right with it: our own sentence for what is still open,
 * for the rest that of the schema the server checks with. Never throws. Linear in the note.
 */
export function checkTag(draft: TagDraft): CheckedTag {
  const { sourceType, confidence, spans, note } = draft;
  const source = sourceThatCounts(sourceType, draft.source);
  const parsed = tagInput.safeParse({ spans, sourceType, source: toSourceInput(source), confidence, note });
  if (parsed.success) {
    const { data } = parsed;
    const named = data.source !== null && 'name' in data.source ? { id: null, name: data.source.name } : source;
    return { tag: { spans, sourceType: data.sourceType, source: named, confidence: data.confidence, note: data.note } };
  }
  const errors: Partial<Record<TagField, string>> = {};
  for (const { path, message } of parsed.error.issues) errors[path[0] as TagField] ??= message;
  const { source: fault, ...open } = openChoices(draft);
  return { errors: { ...errors, ...open, ...(fault === undefined || errors.source !== undefined ? {} : { source: fault }) } };
}
