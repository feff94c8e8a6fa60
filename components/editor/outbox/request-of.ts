import { toDetailsInput } from '@/lib/claims/detail-values';
import { toTagInput } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import type { KeptWrite, Values } from './entry';

/** What the server is asked for a kept write, as a batch takes it (lib/review/batch/actions.ts). */
export function requestOf({ key, write }: Pick<KeptWrite, 'key' | 'write'>) {
  if (write.kind === 'submit') return { kind: write.kind, key, articleId: write.articleId, claims: [...write.claims] };
  if (write.kind === 'create') {
    const { claimId, revisionId } = write;
    return { kind: write.kind, key, claimId, revisionId, ...toInput(write) };
  }
  const version = required(write.version, 'a write is sent only when it is known which version it is made on');
  const target = { kind: write.kind, key, claimId: write.claimId, version };
  return write.kind === 'edit' ? { ...target, ...toInput(write) } : target;
}

function toInput({ tag, details }: Values) {
  return { ...toTagInput(tag), ...(details === undefined ? {} : { details: toDetailsInput(details) }) };
}
