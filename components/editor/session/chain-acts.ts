import { type Chain, isPlain, taggedLink } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { carryChain, changedParts, type DetailValues } from '@/lib/claims/detail-values';
import { sourceThatCounts, type TagValues, toChosenSource, toTagValues } from '@/lib/claims/tag-values';
import { newId } from '@/lib/kernel/ids';
import type { TextOffset, TextRange } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { withKey } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { claimWords, claimWordsFirst } from '../shown-claim';
import { requireWords } from './form-acts';
import { type Session, selectedRange } from './session';
import { changeClaim, changeClaims, createClaim, mayEdit, tell } from './write-acts';

/** The sentences that some words stand in. */
export function sentencesOf(session: Session, spans: readonly { readonly start: number; readonly end: number }[]): readonly TextRange[] {
  const sentences = session.sentences();
  return spans.flatMap(({ start, end }) => {
    const [from, to] = [sentenceAt(sentences, start as TextOffset), sentenceAt(sentences, (end - 1) as TextOffset)];
    return from === null ? [] : sentences.slice(from, (to ?? from) + 1);
  });
}

/**
 * One key says again what was said last. With words selected it makes a claim of them: type, source, chain and confidence
 * as before. With a claim open and no words selected, that claim gets the chain and its type and source.
 */
export function repeatLast(session: Session): void {
  const { mode, last } = session.view.get();
  const { start, end } = selectedRange(session);
  if (last === null) {
    tell(session, `There is nothing to repeat yet: make a first claim${withKey('act')}.`);
    return;
  }
  const open = mode.kind === 'open' ? session.find(mode.claimId) : null;
  if (start === end && open !== null) {
    giveChain(session, open, last.chain);
    return;
  }
  const range = requireWords(session);
  if (range === null) return;
  const { sourceType, confidence } = last;
  const source = sourceThatCounts(sourceType, last.source);
  const tag: TagValues = { spans: [range], sourceType, source, confidence, note: '' };
  const chain = carryChain(last.chain, sentencesOf(session, [range]));
  session.setMode({ kind: 'read' });
  createClaim(session, newId(), tag, isPlain(chain) ? {} : { chain });
  session.surface()?.select({ anchor: range.end, head: range.end }, false);
}

function giveChain(session: Session, claim: ShownClaim, chain: Chain): void {
  if (!mayEdit(session, claim)) return;
  const change = toChainChange(session, claim, chain);
  if (change === null) tell(session, `This is the chain of ${claimWords(claim)} already.`);
  else {
    changeClaim(session, claim, change);
    tell(session, `${claimWordsFirst(claim)} has the last chain now.`);
  }
}

/** What gives a claim a chain and the tag that belongs to it; null when it has both. */
function toChainChange(session: Session, claim: Claim, chain: Chain): { readonly tag: TagValues; readonly details: DetailValues } | null {
  const { sourceType, source } = taggedLink(chain);
  const tag = { ...toTagValues(claim), sourceType, source: toChosenSource(source) };
  const details = changedParts(claim, { chain: carryChain(chain, sentencesOf(session, claim.spans)) });
  return Object.keys(details).length === 0 ? null : { tag, details };
}

/** Opens the choice of claims that are to have the open claim's chain, or, with none open, the one given last. */
export function startApplying(session: Session): void {
  const { mode, last } = session.view.get();
  const open = mode.kind === 'open' ? session.find(mode.claimId) : null;
  const chain = open?.chain ?? last?.chain;
  if (chain === undefined) tell(session, 'There is no chain to apply yet: open a claim that has one.');
  else session.patch({ applying: { chain, fromId: open?.id ?? null } });
}

/** More at once than anyone looks through before saying yes. */
export const APPLY_MAX = 200;

/** Gives every one of these claims a chain, as one act that one undo takes back. */
export function applyChain(session: Session, claimIds: ReadonlySet<string>, chain: Chain): void {
  const { claims } = session.view.get();
  const chosen = claims.filter(({ id }) => claimIds.has(id)).slice(0, APPLY_MAX);
  const changes = chosen.flatMap((claim) => {
    const change = toChainChange(session, claim, chain);
    return change === null ? [] : [{ claim, ...change }];
  });
  const count = changeClaims(session, changes);
  session.patch({ applying: null, marked: new Set() });
  const words = `${count} ${count === 1 ? 'claim has' : 'claims have'} this chain now.`;
  tell(session, count === 0 ? 'They all had this chain already.' : words);
}

/** Marks a claim in the list for one act on several, or takes the mark off. */
export function toggleMark(session: Session, claimId: string): void {
  const { marked } = session.view.get();
  const next = new Set(marked);
  if (!next.delete(claimId)) next.add(claimId);
  session.patch({ marked: next });
  const claim = session.find(claimId);
  const count = `${next.size} ${next.size === 1 ? 'claim' : 'claims'} marked.`;
  if (claim !== null) session.say(`${next.has(claimId) ? 'Marked' : 'No longer marked'}: ${claimWords(claim)}. ${count}`);
}
