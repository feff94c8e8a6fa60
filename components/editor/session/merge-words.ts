import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import type { MergeField } from '@/lib/claims/merge-values';
import { claimWords } from '../shown-claim';

const FIELD_WORDS: Readonly<Record<MergeField, string>> = {
  spans: 'words',
  source: 'source',
  confidence: 'confidence',
  note: 'note',
  chain: 'chain',
  finding: 'finding',
  evidence: 'evidence',
  flags: 'flags',
  relations: 'relations',
};

/** “the confidence and the note”; empty for none. */
export function fieldWords(fields: readonly MergeField[]): string {
  const words = fields.map((field) => `the ${FIELD_WORDS[field]}`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Who changed what, for a note in passing: “Bo Checker’s change of the confidence”. What only was remarked names nobody. */
export function changeWords(theirs: Claim, fields: readonly MergeField[], meId: string): string {
  const of = fields.length === 0 ? '' : ` of ${fieldWords(fields)}`;
  if (theirs.lastEditedBy.id === meId) return `the change${of} in another window`;
  return `${theirs.lastEditedBy.name}’s change${of}`;
}

/** “Claim 8: merged with Bo Checker’s change of the confidence.” */
export function mergedWords(theirs: Claim, fields: readonly MergeField[], meId: string): string {
  const claim = claimWords(theirs);
  return `${claim.charAt(0).toUpperCase()}${claim.slice(1)}: merged with ${changeWords(theirs, fields, meId)}.`;
}

/** What is different about an open claim: “Bo Checker changed the confidence just now.” */
export function arrivedWords(now: Claim, fields: readonly MergeField[], meId: string): string {
  const state = CLAIM_STATE_LABELS[now.state].toLowerCase();
  if (fields.length === 0) return `Claim ${now.number} is “${state}” now.`;
  // Whoever adds a flag or a relation did not edit the claim, and is not named by it.
  const remarked = fields.every((field) => field === 'flags' || field === 'relations');
  if (remarked) return `Just now changed: ${fieldWords(fields)}.`;
  const who = now.lastEditedBy.id === meId ? 'You' : now.lastEditedBy.name;
  return `${who} changed ${fieldWords(fields)} just now${who === 'You' ? ', in another window' : ''}.`;
}
