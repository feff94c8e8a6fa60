import { toDetailsInput } from '@/lib/claims/detail-values';
import { toTagInput } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import type { KeptWrite, Values } from './entry';

/**
 * What the server is asked for a kept write, as its action takes it. Every request names the person whose work it is
 * (`actorId`): whoever is signed in by then is not asked to stand for it.
 */
export function requestOf(actorId: string, { key, write }: KeptWrite) {
  const whose = { key, actorId };
  if (write.kind === 'submit') return { kind: write.kind, input: { ...whose, articleId: write.articleId, claims: [...write.claims] } };
  if (write.kind === 'create') {
    const { claimId, revisionId } = write;
    return { kind: write.kind, input: { ...whose, claimId, revisionId, ...toInput(write) } };
  }
  const version = required(write.version, 'a write is sent only when the one before it is answered');
  const target = { ...whose, claimId: write.claimId, version };
  return write.kind === 'edit' ? { kind: write.kind, input: { ...target, ...toInput(write) } } : { kind: write.kind, input: target };
}

function toInput({ tag, details }: Values) {
  return { ...toTagInput(tag), ...(details === undefined ? {} : { details: toDetailsInput(details) }) };
}
