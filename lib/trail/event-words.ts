import type { ArticleFacts } from '@/lib/articles/facts';
import { PRIORITY_LABELS } from '@/lib/assignments/assignment';
import type { AssignmentAuditEvent, WrittenPlan } from '@/lib/assignments/events';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { stepWords } from '@/lib/claims/step-words';
import { CLAIM_EVENTS, type ClaimEvent } from '@/lib/claims/transitions';
import { counted } from '@/lib/text/counted';
import { type FieldChange, linesChange, wholeChange } from './field-changes';

/** An event as its row has it; `data` is whatever stood there. */
export type RawEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** What an event says beside the fields of a claim. */
export type EventWords = { readonly did: string; readonly reason?: string; readonly changes?: readonly FieldChange[] };

type Told = { readonly data: Readonly<Record<string, unknown>>; readonly nameOf: (personId: string) => string };
type Teller = (told: Told) => EventWords;

const said =
  (did: string): Teller =>
  () => ({ did });

/** Every event there is about a claim or an article, in words. */
const WORDS: Readonly<Record<string, Teller>> = {
  'claim.created': said('made it'),
  'claim.edited': ({ data }) => ({
    did: typeof data.restores === 'number' ? `gave it back what it was in version ${data.restores}` : 'edited it',
  }),
  'claim.deleted': said('deleted it'),
  'claim.restored': said('brought it back'),
  'claim.superseded': said('put a consensus claim in its place'),
  'claim.moved': ({ data }) => ({ did: movedWords(data.event), reason: text(data.reason) }),
  'desk_note.saved': ({ data }) => ({ did: data.empty === true ? 'took the desk note away' : 'changed the desk note' }),
  'comment.added': said('commented on it'),
  'comment.edited': said('changed a comment on it'),
  'comment.deleted': said('deleted a comment on it'),
  'comment.resolved': said('settled a thread about it'),
  'comment.reopened': said('opened a thread about it again'),
  'article.created': said('brought the article in'),
  'article.described': ({ data }) => ({ did: 'said what the article is', changes: factChanges(data) }),
  // An earlier Hearsay knew the topic alone.
  'article.topic_set': ({ data }) => ({
    did: 'said what it is about',
    changes: [{ field: 'Topic', lines: wholeChange(text(data.before), text(data.after)), quoted: true }],
  }),
  'assignment.saved': ({ data, nameOf }) => ({ did: 'said who checks the article', changes: planChanges(data, nameOf) }),
  'assignment.ended': ({ data }) => ({ did: 'ended the blind checking early', reason: text(data.reason) }),
  'assignment.reopened': ({ data, nameOf }) => ({
    did: typeof data.personId === 'string' ? `opened the checking by ${nameOf(data.personId)} again` : 'took back that it ended early',
  }),
  'check.taken': said('took the article to check'),
  'check.given_back': said('gave the checking of the article back'),
  'check.handed_in': said('handed in their checking of the article'),
  'check.handed_on': ({ data, nameOf }) => ({ did: `handed the work of ${nameOf(text(data.fromId))} on to ${nameOf(text(data.toId))}` }),
  'adjudication.decided': ({ data }) => ({ did: decidedWords(data.decisions) }),
  'adjudication.finished': ({ data }) => ({
    did: `finished the adjudication: ${counted(Array.isArray(data.consensus) ? data.consensus.length : 0, 'consensus claim')}, ${Number(data.rejected) || 0} rejected`,
  }),
  'report.published': ({ data }) => ({
    did: data.edition === 1 ? 'published the report' : `published a correction: edition ${Number(data.edition) || 0} of the report`,
  }),
  'report.access_set': ({ data }) => ({ did: 'said who may read the published report', changes: accessChanges(data) }),
  'report.revoked': said('revoked the published report'),
  'report.restored': said('gave the link to the published report back'),
  'report.edition_closed': ({ data }) => ({
    did: `closed edition ${Number(data.edition) || 0} of the published report`,
    reason: text(data.reason),
  }),
  'report.edition_reopened': ({ data }) => ({ did: `opened edition ${Number(data.edition) || 0} of the published report again` }),
  'origin_group.saved': ({ data }) => groupWords('wrote an origin group', data.after),
  'origin_group.deleted': said('deleted an origin group'),
  'origin_group.restored': ({ data }) => groupWords('brought an origin group back', data.after),
};

/** Whether there are words for an event, so that a test can tell which lack them. */
export function isWorded(type: string): boolean {
  return type in WORDS;
}

/** What somebody did, in words. Never fails: of an event that has none, its name. */
export function eventWords({ type, data }: RawEvent, nameOf: (personId: string) => string): EventWords {
  const words = WORDS[type];
  return words === undefined ? { did: `did something that this version has no words for: ${type}` } : words({ data, nameOf });
}

/** The people an event's data names. */
export function peopleIn({ data }: Pick<RawEvent, 'data'>): readonly string[] {
  const plans = [data.before, data.after].filter(isRecord);
  const listed = plans.flatMap(({ people, reviewerId }) => [...(Array.isArray(people) ? people : []), reviewerId]);
  return [data.personId, data.fromId, data.toId, ...listed].filter((id): id is string => typeof id === 'string');
}

function movedWords(event: unknown): string {
  const known = CLAIM_EVENTS.find((name): name is ClaimEvent => name === event);
  return known === undefined ? `moved it: ${text(event)}` : stepWords(known);
}

function decidedWords(decisions: unknown): string {
  const all = Array.isArray(decisions) ? decisions.filter(isRecord) : [];
  const undone = all.filter(({ after }) => after === null).length;
  const made = all.length - undone;
  const words = [
    made > 0 ? `decided ${counted(made, 'comparison')} of checkers’ claims` : '',
    undone > 0 ? `took ${counted(undone, 'decision')} about checkers’ claims back` : '',
  ];
  return words.filter((word) => word !== '').join(' and ') || 'decided nothing about checkers’ claims';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPlan(value: unknown): value is WrittenPlan {
  return isRecord(value) && typeof value.checkers === 'number' && Array.isArray(value.people) && value.priority !== undefined;
}

type SavedPlan = Extract<AssignmentAuditEvent, { type: 'assignment.saved' }>['data'];

function planChanges(data: Told['data'], nameOf: Told['nameOf']): readonly FieldChange[] {
  const { before, after } = data as unknown as SavedPlan;
  if (!isPlan(after)) return [];
  const value = (read: (plan: WrittenPlan) => string) => wholeChange(isPlan(before) ? read(before) : '', read(after));
  const named = (plan: WrittenPlan | null) => (isPlan(plan) ? plan.people.map(nameOf).sort() : []);
  const fields: readonly (readonly [string, FieldChange['lines']])[] = [
    ['Checkers', value(({ checkers }) => checkers.toString())],
    ['Given to', linesChange(named(before), named(after))],
    ['Reviewer', value(({ reviewerId }) => (reviewerId === null ? 'any editor' : nameOf(reviewerId)))],
    ['Priority', value(({ priority }) => PRIORITY_LABELS[priority])],
    ['Due', value(({ dueAt }) => (dueAt === null ? '' : `${dueAt.slice(0, 16).replace('T', ' ')} UTC`))],
  ];
  return fields.filter(([, lines]) => lines.length > 0).map(([field, lines]) => ({ field, lines, quoted: false }));
}

/** Who could read the published report, and until when: never the password itself, which no event holds. */
function accessChanges({ before, after }: Told['data']): readonly FieldChange[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  const value = (read: (access: Readonly<Record<string, unknown>>) => string) => wholeChange(read(before), read(after));
  const fields: readonly (readonly [string, FieldChange['lines']])[] = [
    ['Search engines', value(({ listed }) => (listed === true ? 'may list it' : 'may not list it'))],
    ['Until', value(({ expiresAt }) => `${text(expiresAt).slice(0, 16).replace('T', ' ')} UTC`.replace(/^ UTC$/, ''))],
    ['Password', value(({ locked }) => (locked === true ? 'asked for' : 'not asked for'))],
  ];
  return fields.filter(([, lines]) => lines.length > 0).map(([field, lines]) => ({ field, lines, quoted: false }));
}

const FACT_NAMES: Readonly<Record<keyof ArticleFacts, string>> = { topic: 'Topic', outlet: 'Outlet', publishedOn: 'Published on' };

function factChanges({ before, after }: Told['data']): readonly FieldChange[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return Object.entries(FACT_NAMES)
    .map(([name, field]) => ({ field, lines: wholeChange(text(before[name]), text(after[name])), quoted: name !== 'publishedOn' }))
    .filter(({ lines }) => lines.length > 0);
}

function groupWords(did: string, after: unknown): EventWords {
  if (!isRecord(after)) return { did };
  const { name, reason, attested, sourceIds } = after as Partial<OriginGroup>;
  const known = typeof attested === 'string' ? ', attested as independent' : '';
  const count = Array.isArray(sourceIds) ? sourceIds.length : 0;
  return { did: `${did}, “${text(name)}”, of ${count} ${count === 1 ? 'source' : 'sources'}${known}`, reason: text(reason) };
}
