import { type Chain, checkChain, taggedLink } from '@/lib/attribution/chain';
import { chainLine } from '@/lib/attribution/chain-words';
import type { Cue, Hedge, Link } from '@/lib/attribution/link';
import { nameWords } from '@/lib/attribution/link-name';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import type { Details } from '@/lib/claims/details/details';
import { ENGLISH } from '@/lib/frame/en/english';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { CodePointIndex } from '@/lib/text/code-points';
import { type CodePointOffset, toTextRange } from '@/lib/text/offset';
import type { ArticleFile } from './article-file';
import { each, Later, type Lazy } from './json-pieces';
import { gradeDoubtWords } from './sourcing-words';

/** Chains, findings and origins on their way into a `hearsay-article` file and out of it (json.ts). Keys stand in the order of the schema. */

type FileClaim = ArticleFile['claims'][number];
type FileSource = NonNullable<FileClaim['source']>;
type FileLink = FileClaim['chain'][number];
type FileWords = NonNullable<FileLink['cue']>;

// A person or a source may carry more at run time than its type says; what a file holds is decided here.
export function toFileSource({ id, name, kind, retracted }: FileSource): FileSource {
  return retracted ? { id, name, kind, retracted } : { id, name, kind };
}

type FileDetails = Pick<
  FileClaim,
  | 'chain'
  | 'chainInWords'
  | 'hand'
  | 'strength'
  | 'origin'
  | 'originsAtMost'
  | 'originsAttested'
  | 'credibilityDoubt'
  | 'finding'
  | 'evidence'
  | 'flags'
  | 'standingFlags'
  | 'relations'
>;

/** Names of claims and origins within one file: numbers and places. Made once for all its claims. */
export type FileNames = { readonly numbers: ReadonlyMap<string, number>; readonly origins: ReadonlyMap<object, number> };

export function namesOf({ claims, origins }: ReportModel): FileNames {
  return {
    numbers: new Map(claims.map(({ id, number }) => [id, number])),
    origins: new Map(origins.map((origin, place) => [origin, place])),
  };
}

export function toFileDetails(
  { chain, finding, evidence, sourcing, ...claim }: ReportClaim,
  index: CodePointIndex,
  names: FileNames,
): FileDetails {
  const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question } = finding;
  const { hand, strength, origin, corroboration } = sourcing;
  const doubt = gradeDoubtWords({ sourcing }, ENGLISH);
  return {
    chain: chain.map((link) => toFileLink(link, index)),
    chainInWords: chainLine(chain),
    hand,
    strength: { value: strength.value, sentence: strength.sentence },
    origin: origin === null ? null : (names.origins.get(origin) ?? null),
    originsAtMost: corroboration.atMost,
    originsAttested: corroboration.attested,
    credibilityDoubt: doubt ?? undefined,
    finding: {
      attributionCheck,
      contentCheck,
      credibility,
      likelihood,
      rationale,
      correction,
      question: question === '' ? undefined : question,
    },
    evidence: evidence.map(toFileEvidence),
    flags: claim.flags.map(({ flag, verdict, note }) => ({ flag, verdict, note })),
    standingFlags: sourcing.flags.map(({ flag, from, dismissed, note, why }) => ({ flag, from, dismissed, note, why })),
    relations: claim.relations.map(({ kind, claimId, note }) => ({ kind, claimId, claim: names.numbers.get(claimId) ?? null, note })),
  };
}

function toFileEvidence(piece: FileClaim['evidence'][number]): FileClaim['evidence'][number] {
  const { id, kind, title, url, archivedUrl, locator, retrievedOn, originGroupId, stance } = piece;
  return { id, kind, title, url, archivedUrl, locator, retrievedOn, originGroupId, stance };
}

function toFileLink(link: Link, index: CodePointIndex): FileLink {
  const { sourceType, source, tagged, relation, stated, reading, cue, hedges, anonymity } = link;
  return {
    sourceType,
    source: source === null ? null : toFileSource(source),
    tagged,
    relation,
    stated,
    reading,
    cue: cue === null ? null : toFileWords(cue, index),
    hedges: hedges.length === 0 ? [] : hedges.map((hedge) => ({ kind: hedge.kind, ...toFileWords(hedge, index) })),
    anonymity: anonymity && {
      descriptor: anonymity.descriptor,
      count: anonymity.count,
      number: anonymity.number,
      proximity: anonymity.proximity,
      basis: anonymity.basis,
      reason: anonymity.reason,
    },
  };
}

function toFileWords({ start, end, quote }: Cue, index: CodePointIndex): FileWords {
  return { start: index.toCodePoint(start), end: index.toCodePoint(end), quote };
}

/** The details a claim of the file was written from; null when its words are not in the text, or its chain is none of its tag. */
export function fromFileDetails(claim: FileClaim, text: string, index: CodePointIndex): Details | null {
  const chain: Link[] = [];
  for (const link of claim.chain) {
    const words = [link.cue, ...link.hedges].map((word) => word && fromFileWords(word, text, index));
    if (words.some((word, at) => word === null && (at > 0 || link.cue !== null))) return null;
    const [cue = null, ...hedges] = words;
    chain.push({ ...link, cue, hedges: hedges.map((hedge, at): Hedge => ({ ...(hedge as Cue), kind: (link.hedges[at] as Hedge).kind })) });
  }
  if (!isSound(chain, claim)) return null;
  const { finding, evidence, flags, relations } = claim;
  return {
    chain,
    finding: { ...finding, question: finding.question ?? '' },
    evidence,
    flags,
    relations: relations.map(({ claim: _, ...relation }) => relation),
  };
}

function isSound(chain: Chain, { sourceType, source }: FileClaim): boolean {
  if (checkChain(chain) !== null) return false;
  const tag = taggedLink(chain);
  return tag.sourceType === sourceType && JSON.stringify(tag.source) === JSON.stringify(source);
}

function fromFileWords({ start, end, quote }: FileWords, text: string, index: CodePointIndex): Cue | null {
  if (start >= end || end > index.codePoints) return null;
  const range = toTextRange(index.toTextOffset(start as CodePointOffset), index.toTextOffset(end as CodePointOffset));
  return text.slice(range.start, range.end) === quote ? { ...range, quote } : null;
}

/** What stands in a file beside its claims: the label, the origins, who speaks, the groups. Claims go by their numbers. */
export function toFileSourcing(
  { sourcing, origins, groups }: ReportModel,
  index: CodePointIndex,
  { numbers }: FileNames,
): Lazy<Pick<ArticleFile, 'label' | 'origins' | 'speakers' | 'originGroups'>> {
  const named = (ids: readonly string[]) => ids.flatMap((id) => numbers.get(id) ?? []);
  return {
    label: new Later(() => toFileLabel(sourcing, index, named)),
    origins: each(origins, ({ name, independence, groups: own, sourceIds, claimIds }) => ({
      name,
      independence,
      groupIds: own.map(({ id }) => id),
      sourceIds: [...sourceIds],
      claims: named(claimIds),
    })),
    speakers: each(sourcing.speakers, (row) => ({
      name: nameWords(row.name),
      source: row.source === null ? null : toFileSource(row.source),
      sourceType: row.sourceType,
      presentation: row.presentation,
      claims: named(row.claimIds),
      speaksIn: named(row.speaksIn),
      reach: row.reach,
      reading: row.reading,
      independence: row.origin.independence,
      origin: row.origin.name,
    })),
    originGroups: groups.map(({ id, name, sourceIds, reason, attested, version }) => ({
      ...{ id, name },
      sourceIds: [...sourceIds],
      ...{ reason, attested, version },
    })),
  };
}

type Named = (ids: readonly string[]) => number[];

function toFileLabel({ label, sentences }: ReportModel['sourcing'], index: CodePointIndex, named: Named): ArticleFile['label'] {
  const byClass = new Map(label.classes.map(({ sourceClass, claimIds }) => [sourceClass, named(claimIds)]));
  return {
    sentences: sentences.map(sentenceText),
    claims: named(label.claimIds),
    byClass: Object.fromEntries(SOURCE_CLASSES.map((name) => [name, byClass.get(name) ?? []])) as Record<SourceClass, number[]>,
    originsAtMost: label.origins.atMost,
    originsAttested: label.origins.attested,
    attributions: label.attributions.map(({ name, cue, claimIds }) => ({
      name: nameWords(name),
      cue: cue === null ? null : toFileWords(cue, index),
      claims: named(claimIds),
    })),
    relays: label.relays.map(({ source, claimIds, silent }) => ({
      source: toFileSource(source),
      claims: named(claimIds),
      silent: named(silent),
    })),
    deepest: label.deepest && { hand: label.deepest.hand, claims: named(label.deepest.claimIds) },
    noSource: named(label.noSource.claimIds),
    ownVoice: named(label.noSource.ownVoice),
    contradictions: label.contradictions.map(named),
    tensions: label.tensions.map(named),
    circular: named(label.circular),
    flags: label.flags.map(({ flag, claimIds }) => ({ flag, claims: named(claimIds) })),
  };
}

/** The groups of the file, as the article has them. */
export function fromFileGroups({ originGroups, article }: ArticleFile): readonly OriginGroup[] {
  return originGroups.map((group) => ({ ...group, articleId: article.id }));
}
