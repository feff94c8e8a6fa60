import type { Article, Revision } from '@/lib/articles/article';
import type { Cue } from '@/lib/attribution/link';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { SOURCE_CLASSES, SOURCE_TYPES, type SourceClass, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { byPlace, type Claim } from '@/lib/claims/claim';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { ENGLISH } from '@/lib/frame/en/english';
import { REPORT } from '@/lib/frame/en/report';
import type { Frame } from '@/lib/frame/frame';
import { assert, required } from '@/lib/kernel/assert';
import { atOnce, inTurns, type Pause, type Steps } from '@/lib/kernel/pause';
import type { PersonRef } from '@/lib/kernel/person';
import { type Sourcing, sourcingSteps } from '@/lib/provenance/sourcing';
import { type ClaimTransition, compareTransitions, findApproval } from '@/lib/review/history';
import type { Source } from '@/lib/sources/source';
import { type ReportChoices, WHOLE } from './choices';
import { type ClaimSourcing, claimSourcings, type ReportOrigin, toReportOrigins } from './claim-sourcing';
import { contentsSteps, type ReportContents } from './contents';
import { groupsOf, sourcesOf, withoutOthers } from './held';
import { type Place, toPlaces } from './places';
import type { ReportClaim } from './report-claim';

export type { Approval, ReportClaim, ReportSpan } from './report-claim';

/**
 * What every export is written from: one revision, some of its claims, and what can be counted
 * from them. A *report* holds approved claims and nothing else, whatever it is given; a
 * *working copy* holds the states asked for and says so. Claims stand in text order. Everything
 * that is derived here (counts, sourcing, sources, people, places, approvals, contents) follows from the claims,
 * their transitions and the article's origin groups alone, so that a reader of an export can derive it
 * again. Not here: publication (a model is built afresh for each export).
 */
export type ReportModel = {
  readonly kind: ReportKind;
  /** The states this model may hold, in the order of CLAIM_STATES; it need not hold a claim in each. */
  readonly statuses: readonly ClaimState[];
  readonly desk: DeskRef;
  readonly article: Article;
  readonly revision: Revision;
  readonly claims: readonly ReportClaim[];
  /** All claims held, rejected ones among them. */
  readonly counts: ReportCounts;
  /** Sources that a tag names. Most claims first, then the one that speaks first. */
  readonly sources: readonly SourceUse[];
  /** Those of the article's groups in which the claims held have a source or evidence, each with the sources named here. */
  readonly groups: readonly OriginGroup[];
  /** Label, graph and speakers of the claims held; rejected ones do not count. */
  readonly sourcing: Sourcing;
  /** The label's origins, named. */
  readonly origins: readonly ReportOrigin[];
  readonly people: ReportPeople;
  /** What is said beyond the label and the claims one by one. */
  readonly contents: ReportContents;
  /** Steps of the claims held, oldest first. */
  readonly transitions: readonly ClaimTransition[];
  readonly generatedAt: Date;
  readonly generator: Generator;
  readonly choices: ReportChoices;
  /** The words of the report that nobody wrote. */
  readonly frame: Frame;
};

export const REPORT_KINDS = ['report', 'working_copy'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_KIND_LABELS: Readonly<Record<ReportKind, string>> = REPORT.kinds;

export type DeskRef = { readonly id: string; readonly name: string };

/** The program that wrote an export. */
export type Generator = { readonly name: string; readonly version: string };

export type ReportCounts = {
  readonly claims: number;
  readonly byClass: Readonly<Record<SourceClass, number>>;
  readonly byType: Readonly<Record<SourceType, number>>;
  readonly byState: Readonly<Record<ClaimState, number>>;
};

/** A source and the claims that name it. `types` in the order of SOURCE_TYPES: one source may be presented in several ways. */
export type SourceUse = { readonly source: Source; readonly types: readonly SourceType[]; readonly claims: readonly ReportClaim[] };

/** Checkers made or last edited a claim held here, approvers approved one. Each person once, in order of their first claim. */
export type ReportPeople = { readonly checkers: readonly PersonRef[]; readonly approvers: readonly PersonRef[] };

export type ReportInput = {
  readonly kind: ReportKind;
  /** The states a working copy holds; all when absent. A report does not ask: it holds approved claims. */
  readonly statuses?: readonly ClaimState[];
  readonly desk: DeskRef;
  readonly article: Article;
  readonly revision: Revision;
  /** In any order; those in other states are left out. */
  readonly claims: readonly Claim[];
  /** In any order; those of claims left out are left out too. */
  readonly transitions: readonly ClaimTransition[];
  /** The article's; those that have nothing to do with the claims held are left out. */
  readonly groups: readonly OriginGroup[];
  readonly generatedAt: Date;
  readonly generator: Generator;
  /** The whole report when absent. */
  readonly choices?: ReportChoices;
  /** English when absent. */
  readonly frame?: Frame;
};

/**
 * The model of one export. Throws on a claim of another desk, article or revision, and on words
 * (of a span, a cue, a hedge) that are not the text at their place: an export with wrong offsets is worse than none.
 * Takes time in proportion to the text plus n log n in the claims.
 */
export function buildReport(input: ReportInput): ReportModel {
  return atOnce(reportSteps(input));
}

/** The same with a pause between its steps: for a server, which answers others meanwhile. */
export function buildReportInTurns(input: ReportInput, pause: Pause): Promise<ReportModel> {
  return inTurns(reportSteps(input), pause);
}

/** The same told in English, which data are in whatever the language of the frame: they have no frame, and their sentences are read by programs. */
export function inEnglish(model: ReportModel): ReportModel {
  return model.frame === ENGLISH ? model : buildReport({ ...model, frame: ENGLISH });
}

/** The same with a pause between its steps. */
export async function inEnglishInTurns(model: ReportModel, pause: Pause): Promise<ReportModel> {
  return model.frame === ENGLISH ? model : buildReportInTurns({ ...model, frame: ENGLISH }, pause);
}

function* reportSteps(input: ReportInput): Steps<ReportModel> {
  const { kind, desk, article, revision, generatedAt, generator, choices = WHOLE, frame = ENGLISH } = input;
  assert(article.deskId === desk.id, 'a report is made by the desk that owns the article');
  assert(revision.articleId === article.id, 'a report shows a revision of its article');
  const statuses = statusesOf(input);
  const standing = input.claims.filter((claim) => statuses.includes(claim.state));
  for (const claim of standing) assertBelongs(claim, input);
  const ids = new Set(standing.map(({ id }) => id));
  const groupIds = new Set(input.groups.map(({ id }) => id));
  yield;
  const held = standing.map((claim) => withoutOthers(claim, ids, groupIds)).sort(byPlace);

  const histories = groupByClaim(input.transitions, held);
  const named = sourcesOf(held);
  const groups = groupsOf(held, named, input.groups);
  yield;
  const worked = yield* sourcingSteps(held, groups, frame);
  const { sourcing } = worked;
  yield;
  const origins = toReportOrigins(sourcing.label, held, named, frame);
  const sourcings = yield* claimSourcings({ claims: held, worked, origins, groups, frame });
  const claims = toReportClaims(held, revision.text, histories, sourcings);
  const transitions = [...histories.values()].flat().sort(compareTransitions);
  yield;
  const contents = yield* contentsSteps({ revision, claims, transitions, sourcing, frame });
  return {
    kind,
    statuses,
    desk,
    article,
    revision,
    claims,
    counts: countClaims(claims),
    sources: toSourceUses(claims),
    groups,
    sourcing,
    origins,
    people: toPeople(claims),
    contents,
    transitions,
    generatedAt,
    generator,
    choices,
    frame,
  };
}

/** A report holds approved claims by construction: what the caller asks for is not looked at. */
function statusesOf({ kind, statuses }: ReportInput): readonly ClaimState[] {
  if (kind === 'report') return ['approved'];
  return statuses === undefined ? CLAIM_STATES : CLAIM_STATES.filter((state) => statuses.includes(state));
}

function assertBelongs(claim: Claim, { desk, article, revision }: ReportInput): void {
  assert(claim.deskId === desk.id && claim.articleId === article.id, 'a report holds claims of its own article');
  assert(claim.revisionId === revision.id, 'a report holds claims of the revision it shows');
  assert(claim.spans.length > 0, 'a claim has a span');
  for (const { start, end, quote } of claim.spans) {
    assert(start < end && revision.text.slice(start, end) === quote, 'the quote of a span is the text at its place');
  }
  for (const { start, end, quote } of wordsOf(claim)) {
    assert(start < end && revision.text.slice(start, end) === quote, 'the words of a link are the text at their place');
  }
}

function wordsOf({ chain }: Claim): readonly Cue[] {
  return chain.flatMap(({ cue, hedges }): readonly Cue[] => (cue === null ? hedges : [cue, ...hedges]));
}

function groupByClaim(transitions: readonly ClaimTransition[], held: readonly Claim[]): Map<string, ClaimTransition[]> {
  const histories = new Map<string, ClaimTransition[]>(held.map(({ id }) => [id, []]));
  for (const transition of transitions) histories.get(transition.claimId)?.push(transition);
  for (const history of histories.values()) history.sort(compareTransitions);
  return histories;
}

function toReportClaims(
  claims: readonly Claim[],
  text: string,
  histories: ReadonlyMap<string, readonly ClaimTransition[]>,
  sourcings: ReadonlyMap<string, ClaimSourcing>,
): readonly ReportClaim[] {
  const places = toPlaces(
    text,
    claims.flatMap(({ spans }) => spans),
  );
  let next = 0;
  // Who may not approve a claim any more is no matter of a report.
  return claims.map(({ earlierEditorIds: _, ...claim }) => {
    const spans = claim.spans.map((span) => ({ ...span, place: places[next++] as Place }));
    const step = claim.state === 'approved' ? findApproval(histories.get(claim.id) ?? []) : null;
    const sourcing = required(sourcings.get(claim.id), 'every claim has its sourcing');
    return { ...claim, spans, approval: step && { by: step.actor, at: step.at }, sourcing };
  });
}

function countClaims(claims: readonly ReportClaim[]): ReportCounts {
  const byClass = zeroes(SOURCE_CLASSES);
  const byType = zeroes(SOURCE_TYPES);
  const byState = zeroes(CLAIM_STATES);
  for (const { sourceType, state } of claims) {
    byClass[toSourceClass(sourceType)] += 1;
    byType[sourceType] += 1;
    byState[state] += 1;
  }
  return { claims: claims.length, byClass, byType, byState };
}

function zeroes<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

function toSourceUses(claims: readonly ReportClaim[]): readonly SourceUse[] {
  const uses = new Map<string, { source: Source; claims: ReportClaim[] }>();
  for (const claim of claims) {
    if (claim.source === null) continue;
    const use = uses.get(claim.source.id);
    if (use === undefined) uses.set(claim.source.id, { source: claim.source, claims: [claim] });
    else use.claims.push(claim);
  }
  // Claims are in text order and sort is stable: of two sources with as many claims, the one that speaks first comes first.
  return [...uses.values()]
    .sort((a, b) => b.claims.length - a.claims.length)
    .map(({ source, claims }) => {
      const used = new Set(claims.map(({ sourceType }) => sourceType));
      return { source, types: SOURCE_TYPES.filter((type) => used.has(type)), claims };
    });
}

function toPeople(claims: readonly ReportClaim[]): ReportPeople {
  return {
    checkers: uniquePeople(claims.flatMap(({ createdBy, lastEditedBy }) => [createdBy, lastEditedBy])),
    approvers: uniquePeople(claims.flatMap(({ approval }) => (approval === null ? [] : [approval.by]))),
  };
}

function uniquePeople(people: readonly PersonRef[]): readonly PersonRef[] {
  const byId = new Map<string, PersonRef>();
  for (const person of people) if (!byId.has(person.id)) byId.set(person.id, person);
  return [...byId.values()];
}
