import 'server-only';
import '../queue/mutations';
import '../tally/mutations';
import { seenPeople } from '@/lib/assignments/checking';
import { readChecking } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { type Chain, withTag } from '@/lib/attribution/chain';
import { listOriginGroups } from '@/lib/attribution/data';
import { resolveChain } from '@/lib/attribution/mutations';
import type { SourceType } from '@/lib/attribution/source-type';
import { toStoredLinks } from '@/lib/attribution/stored-link';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { refuse, type Writer } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Source } from '@/lib/sources/source';
import { checkCredibility } from '../credibility';
import type { Relation } from '../relation';
import type { DetailsInput } from '../schema';
import type { StoredDetails } from '../tag';
import { listSupports } from './data';

/** The claim the details are of, as it will be after the write. */
export type Detailed = {
  readonly claimId: string;
  readonly articleId: string;
  readonly text: string;
  readonly tag: { readonly sourceType: SourceType; readonly source: Source | null };
  /** The chain it has now; null for a new claim. */
  readonly chain: Chain | null;
};

/**
 * The parts that were sent, checked against the article and the desk, as they are stored; the chain also where only the
 * tag in it changed. Runs inside the write that needs it and refuses what does not fit.
 */
export async function resolveDetails(
  tx: Tx,
  direct: Direct,
  actor: Writer,
  { claim, input, now }: { readonly claim: Detailed; readonly input: DetailsInput; readonly now: Date },
): Promise<{ readonly details: Partial<StoredDetails>; readonly events: readonly AuditEvent[] }> {
  const details: { -readonly [Part in keyof StoredDetails]?: StoredDetails[Part] } = {};
  let chain = claim.chain === null ? null : withTag(claim.chain, claim.tag);
  let events: readonly AuditEvent[] = [];
  if (input.chain !== undefined) {
    const scope = { deskId: actor.deskId, actorId: actor.userId, now };
    ({ chain, events } = resolveChain(direct, scope, { links: input.chain, text: claim.text, tag: claim.tag }));
  }
  if (chain !== null && chain !== claim.chain) details.chain = toStoredLinks(chain);
  if (input.flags !== undefined) details.flags = refuseTwice(input.flags, ({ flag }) => flag, 'flags');
  if (input.relations !== undefined) details.relations = await checkRelations(tx, claim, input.relations, seenBy(direct, actor, claim));
  if (input.evidence !== undefined) {
    const groups = await listOriginGroups(tx, { deskId: actor.deskId, articleId: claim.articleId, sight: SEES_ALL });
    const ids = new Set([...groups.map(({ id }) => id), ...(await listEvidenceGroups(tx, claim.claimId))]);
    if (input.evidence.some(({ originGroupId }) => originGroupId !== null && !ids.has(originGroupId))) {
      return refuse(appError('NOT_FOUND', 'This origin group is not of this article, or was deleted.', { field: 'details.evidence' }));
    }
    details.evidence = refuseTwice(input.evidence, ({ id }) => id, 'evidence');
  }
  if (input.finding !== undefined) details.finding = input.finding;
  return { details, events };
}

/** The groups the claim's evidence names now: one that was deleted since may stay where it is. */
async function listEvidenceGroups(tx: Tx, claimId: string): Promise<readonly string[]> {
  const rows = await tx.evidence.findMany({ where: { claimId }, select: { originGroupId: true } });
  return rows.flatMap(({ originGroupId }) => (originGroupId === null ? [] : [originGroupId]));
}

/** Asks whether a credibility of 1 may stand, once everything else of the claim is written. Any other grade passes. */
export async function requireCredibility(
  tx: Tx,
  claim: { readonly id: string; readonly articleId: string; readonly deskId: string; readonly credibility: number | null },
): Promise<void> {
  if (claim.credibility !== 1) return;
  const fault = checkCredibility(1, claim.id, await listSupports(tx, { deskId: claim.deskId, articleId: claim.articleId }));
  if (fault !== null) refuse(appError('INVALID', fault, { field: 'details.finding.credibility' }));
}

/** Whose claims a claim may be tied to: null for everybody's. While an article is checked blind, those one sees, whatever one's role. */
function seenBy(direct: Direct, { userId }: Writer, { articleId }: Detailed): readonly string[] | null {
  return seenPeople({ userId, seesThrough: false }, readChecking(direct, articleId));
}

async function checkRelations(
  tx: Tx,
  claim: Detailed,
  relations: readonly Relation[],
  people: readonly string[] | null,
): Promise<readonly Relation[]> {
  const others = new Set(relations.map(({ claimId }) => claimId));
  if (others.has(claim.claimId))
    return refuse(appError('INVALID', 'A claim bears on other claims, not on itself.', { field: 'details.relations' }));
  const made = people === null ? {} : { createdById: { in: [...people] } };
  const found = await tx.claim.count({ where: { id: { in: [...others] }, articleId: claim.articleId, deletedAt: null, ...made } });
  if (found !== others.size) {
    return refuse(appError('NOT_FOUND', 'One of these claims is not of this article, or was deleted.', { field: 'details.relations' }));
  }
  return refuseTwice(relations, ({ kind, claimId }) => `${kind} ${claimId}`, 'relations');
}

function refuseTwice<Part>(parts: readonly Part[], keyOf: (part: Part) => string, field: keyof StoredDetails): readonly Part[] {
  if (new Set(parts.map(keyOf)).size === parts.length) return parts;
  return refuse(appError('INVALID', 'The same is given twice here.', { field: `details.${field}` }));
}

/** Writes the parts that are given over those the claim has. */
export async function writeDetails(
  tx: Tx,
  direct: Direct,
  claimId: string,
  details: Partial<StoredDetails>,
  existed: boolean,
): Promise<void> {
  const { chain, finding, evidence, flags, relations } = details;
  if (chain !== undefined) {
    if (existed) await tx.claimLink.deleteMany({ where: { claimId } });
    chain.forEach((link, ordinal) => {
      direct.insert('ClaimLink', { claimId, ordinal, ...link });
    });
  }
  if (finding !== undefined) {
    if (existed) await tx.finding.deleteMany({ where: { claimId } });
    direct.insert('Finding', { claimId, ...finding });
  }
  if (evidence !== undefined) {
    if (existed) await tx.evidence.deleteMany({ where: { claimId } });
    evidence.forEach((piece, ordinal) => {
      direct.insert('Evidence', { claimId, ordinal, ...piece });
    });
  }
  if (flags !== undefined) {
    if (existed) await tx.flagMark.deleteMany({ where: { claimId } });
    for (const mark of flags) direct.insert('FlagMark', { claimId, ...mark });
  }
  if (relations !== undefined) {
    // Those to a deleted claim were not shown, so they are not taken away either: they come back with it.
    if (existed) await tx.claimRelation.deleteMany({ where: { fromId: claimId, to: { deletedAt: null } } });
    for (const { claimId: toId, kind, note } of relations) direct.insert('ClaimRelation', { fromId: claimId, toId, kind, note });
  }
}
