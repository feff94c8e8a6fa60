import type { Link } from '@/lib/attribution/link';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { Claim } from '@/lib/claims/claim';
import type { Evidence } from '@/lib/claims/evidence';
import type { PersonRef } from '@/lib/kernel/person';
import type { ClaimTransition } from '@/lib/review/history';
import { type Source, toNameKey } from '@/lib/sources/source';
import { buildReport, type ReportClaim, type ReportInput, type ReportModel } from './model';
import { type Pseudonym, pseudonymsOf, withoutNames } from './pseudonyms';
import { WITHHELD, type Withheld } from './withheld';

/**
 * The model without what is withheld, and saying so. Everything that follows from claims is worked out again from what is left:
 * a format has nothing else to write from. Pseudonyms are numbered by the claims' numbers, which never change, so that
 * they stay mostly the same from one export of an article to the next; nothing joins them across articles.
 * Takes the time of `buildReport`, plus names times text for what people wrote.
 *
 * @param known names beside those in the model, to be taken out of what people wrote (data.ts)
 */
export function redact(model: ReportModel, withheld: readonly Withheld[], known: readonly KnownName[] = []): ReportModel {
  return buildReport(redactedInput(model, withheld, known));
}

/**
 * A name that notes may hold, whether or not the model does: one that a person who is a source goes by, an alias (1) or not, or that of
 * somebody of the desk (`of`), of whom the whole alone is looked for where `alias` is 1.
 */
export type KnownName = { readonly id: string; readonly name: string; readonly alias: 0 | 1; readonly of?: 'desk' };

/** What the redacted model is built from, for who builds it with pauses (`buildReportInTurns`). */
export function redactedInput(model: ReportModel, withheld: readonly Withheld[], known: readonly KnownName[] = []): ReportInput {
  const redaction = toRedaction(model, withheld, known);
  const { article, revision, desk, claims, transitions, groups, choices } = model;
  const { text, without } = redaction;
  const named = without.people || without.sources;
  return {
    ...model,
    choices: { ...choices, withheld },
    article: { ...article, topic: text(article.topic), outlet: text(article.outlet), ...(without.people ? { createdBy: desk } : {}) },
    revision: { ...revision, ...(named ? { fileName: null } : {}), ...(without.people ? { importedBy: desk } : {}) },
    claims: claims.map((claim) => toClaim(claim, redaction)),
    transitions: transitions.map((step) => toStep(step, redaction)),
    groups: groups.map((group) => toGroup(group, redaction)),
  };
}

type Redaction = {
  readonly without: Readonly<Record<Withheld, boolean>>;
  readonly person: (person: PersonRef) => PersonRef;
  readonly source: (source: Source) => Source;
  readonly sourceId: (id: string) => string;
  /** What stands for somebody who was asked, by their name in the evidence. */
  readonly asked: (name: string) => string;
  /** What people of the desk wrote, without the names that are withheld. */
  readonly text: (text: string) => string;
  /** The same for words that are proposed for the article itself, where an address is no place of evidence. */
  readonly proposed: (text: string) => string;
  /** In the place of why an origin was attested. */
  readonly reasonWithheld: string;
};

/** An address that somebody wrote into a title or a note, without the mark that ends the sentence or the bracket around it. */
const ADDRESS = /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]}>"'’”»]/giu;

function toRedaction(model: ReportModel, withheld: readonly Withheld[], known: readonly KnownName[]): Redaction {
  const words = model.frame.report.redaction;
  const without = Object.fromEntries(WITHHELD.map((one) => [one, withheld.includes(one)])) as Redaction['without'];
  const byNumber = model.claims.toSorted((a, b) => a.number - b.number);
  const members = without.people ? peopleOf(byNumber, model) : [];
  const roles = toRoles(members, model);
  const named = without.sources ? personsOf(byNumber) : [];
  const hidden = pseudonymsOf(
    'Source',
    named.map(({ key }) => key),
    model.revision.id,
    words.source,
  );
  const keys = new Map(named.map(({ key, name }) => [toNameKey(name), key]));
  // Who is a source of what the file does not hold, or has no part in its claims, has no number in it.
  const unnamed = withoutNames(
    [
      ...members.map(({ id, name }) => ({ name, by: roles.get(id)?.name ?? '' })),
      ...(without.people ? bringersOf(model) : []).filter(({ id }) => !roles.has(id)).map(({ name }) => ({ name, by: model.desk.name })),
      ...named.map(({ key, name }) => ({ name, by: hidden.get(key)?.name ?? '', whole: key.startsWith(ASKED) })),
      ...known
        .filter(({ of }) => of === 'desk' && without.people)
        .map(({ id, name, alias }) => ({ name, by: roles.get(id)?.name ?? words.ofTheDesk, whole: alias === 1 })),
      ...known
        .filter(({ of }) => of !== 'desk' && without.sources)
        .map(({ id, name, alias }) => ({ name, by: hidden.get(id)?.name ?? words.somebody, whole: alias === 1 })),
    ],
    words.oneOfThem,
  );
  // An address is most often pasted into a note, so that it goes from there too.
  const text = without.evidence ? (said: string) => unnamed(said).replace(ADDRESS, words.address) : unnamed;
  return {
    without,
    person: (person) => roles.get(person.id) ?? person,
    source: (source) => ({ ...source, ...(hidden.get(source.id) ?? { name: text(source.name) }) }),
    sourceId: (id) => hidden.get(id)?.id ?? id,
    asked: (name) => hidden.get(keys.get(toNameKey(name)) ?? '')?.name ?? name,
    text,
    proposed: unnamed,
    reasonWithheld: words.reason,
  };
}

/** Who brought the article and its text in; the desk stands in their place. */
function bringersOf({ article, revision }: ReportModel): readonly PersonRef[] {
  return [article.createdBy, revision.importedBy];
}

type Member = PersonRef & { readonly checks: boolean };

/** Everybody of the desk whom these claims and their steps name, each once; who made or edited one of them counts as a checker. */
function peopleOf(claims: readonly ReportClaim[], { transitions }: ReportModel): readonly Member[] {
  const checkers = claims.flatMap(({ createdBy, lastEditedBy, parents = [] }) => [
    createdBy,
    lastEditedBy,
    ...parents.flatMap(({ createdBy: maker, lastEditedBy: editor = maker }) => [maker, editor]),
  ]);
  const reviewers = [
    ...claims.flatMap(({ approval, reason }) => [...(approval === null ? [] : [approval.by]), ...(reason === null ? [] : [reason.by])]),
    ...transitions.map(({ actor }) => actor),
  ];
  const all = new Map<string, Member>();
  for (const { id, name } of checkers) if (!all.has(id)) all.set(id, { id, name, checks: true });
  for (const { id, name } of reviewers) if (!all.has(id)) all.set(id, { id, name, checks: false });
  return [...all.values()];
}

function toRoles(members: readonly Member[], { revision, frame }: ReportModel): ReadonlyMap<string, Pseudonym> {
  const idsOf = (checks: boolean) => members.filter((member) => member.checks === checks).map(({ id }) => id);
  const { checker, reviewer } = frame.report.redaction;
  return new Map([
    ...pseudonymsOf('Checker', idsOf(true), revision.id, checker),
    ...pseudonymsOf('Reviewer', idsOf(false), revision.id, reviewer),
  ]);
}

/** Before the name of who was asked and is no source: no id begins so. */
const ASKED = 'asked ';

/** Persons who are sources of these claims by their ids, and who was asked about one by their name: one may be both. */
function personsOf(claims: readonly ReportClaim[]): readonly { readonly key: string; readonly name: string }[] {
  const persons = claims.flatMap(({ chain }) => chain.flatMap(({ source }) => (source?.kind === 'person' ? [source] : [])));
  const ids = new Map(persons.map(({ id, name }) => [toNameKey(name), id]));
  return claims.flatMap(({ chain, evidence }) => [
    ...chain.flatMap(({ source }) => (source?.kind === 'person' ? [{ key: source.id, name: source.name }] : [])),
    ...evidence.flatMap(({ kind, title }) =>
      kind === 'person' ? [{ key: ids.get(toNameKey(title)) ?? `${ASKED}${toNameKey(title)}`, name: title }] : [],
    ),
  ]);
}

function toClaim(claim: ReportClaim, redaction: Redaction): Claim {
  const { without, person, source, text, proposed } = redaction;
  const { finding, reason, parents } = claim;
  const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question } = finding;
  const note = (words: string) => (without.notes ? '' : text(words));
  return {
    ...claim,
    source: claim.source && source(claim.source),
    chain: claim.chain.map((link) => toLink(link, redaction)),
    note: note(claim.note),
    finding: {
      ...{ attributionCheck, contentCheck, credibility, likelihood },
      rationale: note(rationale),
      correction: proposed(correction),
      question: without.questions ? '' : text(question),
    },
    flags: claim.flags.map((mark) => ({ ...mark, note: note(mark.note) })),
    relations: claim.relations.map((relation) => ({ ...relation, note: note(relation.note) })),
    evidence: claim.evidence.map((piece) => toEvidence(piece, redaction)),
    createdBy: person(claim.createdBy),
    lastEditedBy: person(claim.lastEditedBy),
    reason: reason === null || without.notes ? null : { ...reason, text: text(reason.text), by: person(reason.by) },
    parents: parents?.map((parent) => ({
      ...parent,
      createdBy: person(parent.createdBy),
      ...(parent.lastEditedBy === undefined ? {} : { lastEditedBy: person(parent.lastEditedBy) }),
    })),
  };
}

function toLink(link: Link, { source, text }: Redaction): Link {
  const { anonymity } = link;
  return {
    ...link,
    source: link.source && source(link.source),
    anonymity: anonymity && {
      ...anonymity,
      descriptor: text(anonymity.descriptor),
      basis: text(anonymity.basis),
      reason: text(anonymity.reason),
    },
  };
}

function toEvidence(piece: Evidence, { without, asked, text }: Redaction): Evidence {
  const isSource = without.sources && piece.kind === 'person';
  const hasPlace = !without.evidence && !isSource;
  return {
    ...piece,
    title: isSource ? asked(piece.title) : text(piece.title),
    url: hasPlace ? piece.url && text(piece.url) : null,
    archivedUrl: hasPlace ? piece.archivedUrl && text(piece.archivedUrl) : null,
    locator: hasPlace ? text(piece.locator) : '',
  };
}

/** Who did it and when stays a step; why it was done is a note. */
function toStep(step: ClaimTransition, { without, person, text }: Redaction): ClaimTransition {
  return { ...step, actor: person(step.actor), reason: without.notes ? '' : text(step.reason) };
}

/** That somebody attested an origin counts and stays, whatever they said of it. */
function toGroup(group: OriginGroup, { without, sourceId, text, reasonWithheld }: Redaction): OriginGroup {
  const { name, reason, attested, sourceIds } = group;
  const said = attested === null || !without.notes ? attested && text(attested) : reasonWithheld;
  return {
    ...group,
    name: text(name),
    sourceIds: sourceIds.map(sourceId),
    reason: without.notes ? '' : text(reason),
    attested: said,
  };
}
