import { type Chain, withTag } from '@/lib/attribution/chain';
import { toChainInput } from '@/lib/attribution/chain-input';
import type { Cue, Link } from '@/lib/attribution/link';
import { toNameKey } from '@/lib/sources/source';
import type { TextRange } from '@/lib/text/offset';
import { DETAIL_FIELDS, type DetailField, type Details } from './details/details';
import type { FlagMark } from './flag';
import type { Relation } from './relation';
import type { DetailsInput } from './schema';
import { type TagValues, toChosenSource, toShownSource, toSourceInput } from './tag-values';

/**
 * Some parts of a claim beyond its tag, each whole: what a person changed, as the forms hold it, the outbox keeps it and
 * two versions are compared by it. A source that the server does not know yet stands in a chain under the id that
 * `unsavedSourceId` gives it, and is sent by its name. A part that is absent, or undefined, stays as it is.
 */
export type DetailValues = { readonly [Part in DetailField]?: Details[Part] | undefined };

/** The parts as `createClaim` and `editClaim` take them. */
export function toDetailsInput({ chain, finding, evidence, flags, relations }: DetailValues): DetailsInput {
  return {
    ...(chain === undefined ? {} : { chain: toNamedChainInput(chain) }),
    ...(finding === undefined ? {} : { finding: { ...finding } }),
    ...(evidence === undefined ? {} : { evidence: evidence.map((piece) => ({ ...piece })) }),
    ...(flags === undefined ? {} : { flags: flags.map((mark) => ({ ...mark })) }),
    ...(relations === undefined ? {} : { relations: relations.map((relation) => ({ ...relation })) }),
  };
}

function toNamedChainInput(chain: Chain) {
  return toChainInput(chain).map((link, at) => ({
    ...link,
    source: link.tagged ? null : toSourceInput(toChosenSource(chain[at]?.source ?? null)),
  }));
}

/** Those of the given parts that differ from the claim's, in the order of DETAIL_FIELDS. Sources are the same by their name. */
export function differingParts(claim: Details, details: DetailValues): readonly DetailField[] {
  return DETAIL_FIELDS.filter((part) => {
    const value = details[part];
    return value !== undefined && comparable(part, claim) !== comparable(part, { ...claim, [part]: value });
  });
}

/** The claim's own of these parts. */
export function pickParts(claim: Details, parts: readonly DetailField[]): DetailValues {
  return Object.fromEntries(parts.map((part) => [part, claim[part]]));
}

/** The given parts without those that the claim has already. */
export function changedParts(claim: Details, details: DetailValues): DetailValues {
  return Object.fromEntries(differingParts(claim, details).map((part) => [part, details[part]]));
}

/** The claim's details after these parts were written over them, with a tag that may have changed. */
export function withDetails(claim: Details, details: DetailValues, tag: Pick<TagValues, 'sourceType' | 'source'>): Details {
  const chain = withTag(details.chain ?? claim.chain, { sourceType: tag.sourceType, source: toShownSource(tag.source, tag.sourceType) });
  return {
    chain,
    finding: details.finding ?? claim.finding,
    evidence: details.evidence ?? claim.evidence,
    flags: details.flags ?? claim.flags,
    relations: details.relations ?? claim.relations,
  };
}

/**
 * A chain for another claim, whose words lie in `sentences`: the same people, in the same order, said in the same way. Words
 * that name or weaken somebody are carried along only where they stand in those sentences too: of another sentence they
 * would say where the attribution is, and it is not there. Linear.
 */
export function carryChain(chain: Chain, sentences: readonly TextRange[]): Chain {
  const lies = ({ start, end }: Cue) => sentences.some((sentence) => sentence.start <= start && end <= sentence.end);
  return chain.map((link) => ({ ...link, cue: link.cue !== null && lies(link.cue) ? link.cue : null, hedges: link.hedges.filter(lies) }));
}

/** What is left of a part once all its fields were looked at. A field that is not would make two that differ read the same: the change would be lost. */
type Nothing = Record<string, never>;

/** A part as one string, the same for two that say the same: what order, empty records and ids do not say is left out. */
function comparable(part: DetailField, details: Details): string {
  switch (part) {
    case 'chain':
      return JSON.stringify(details.chain.map(comparableLink));
    case 'finding': {
      const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question, ...rest } = details.finding;
      rest satisfies Nothing;
      return JSON.stringify([attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question]);
    }
    case 'evidence':
      return JSON.stringify(
        details.evidence.map(({ id: _, kind, title, url, archivedUrl, locator, retrievedOn, originGroupId, stance, ...rest }) => {
          rest satisfies Nothing;
          return [kind, title.trim(), url, archivedUrl, locator, retrievedOn, originGroupId, stance];
        }),
      );
    case 'flags':
      return JSON.stringify(details.flags.map(comparableFlag).sort(byText));
    case 'relations':
      return JSON.stringify(details.relations.map(comparableRelation).sort(byText));
  }
}

function byText(a: readonly string[], b: readonly string[]): number {
  return a.join(' ') < b.join(' ') ? -1 : 1;
}

function comparableFlag({ flag, verdict, note, ...rest }: FlagMark): readonly string[] {
  rest satisfies Nothing;
  return [flag, verdict, note];
}

function comparableRelation({ kind, claimId, note, ...rest }: Relation): readonly string[] {
  rest satisfies Nothing;
  return [kind, claimId, note];
}

function comparableLink({ sourceType, source, tagged, relation, stated, reading, cue, hedges, anonymity, ...rest }: Link): unknown {
  rest satisfies Nothing;
  const record = anonymity === null ? [] : Object.entries(anonymity).filter(([, value]) => value !== null && value !== '');
  return [
    ...[tagged, sourceType, source === null ? null : toNameKey(source.name), relation, stated, reading],
    cue === null ? null : [cue.start, cue.end],
    hedges.map(({ start, end, kind }) => [start, end, kind]),
    record.sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
}
