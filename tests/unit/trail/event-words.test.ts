import { describe, expect, it } from 'vitest';
import type { AssignmentAuditEvent } from '@/lib/assignments/events';
import type { ClaimAuditEvent } from '@/lib/claims/events';
import { CLAIM_EVENTS } from '@/lib/claims/transitions';
import type { AdjudicationAuditEvent } from '@/lib/review/adjudicating/events';
import { TRAIL_KINDS, TRAIL_PREFIXES } from '@/lib/trail/entry';
import { eventWords, isWorded, peopleIn } from '@/lib/trail/event-words';

const nameOf = (id: string) => id.toUpperCase();
const TYPED: Readonly<Record<(ClaimAuditEvent | AssignmentAuditEvent | AdjudicationAuditEvent)['type'], true>> = {
  'claim.created': true,
  'claim.edited': true,
  'claim.deleted': true,
  'claim.restored': true,
  'claim.moved': true,
  'claim.superseded': true,
  'assignment.saved': true,
  'assignment.ended': true,
  'assignment.reopened': true,
  'check.taken': true,
  'check.given_back': true,
  'check.handed_in': true,
  'check.handed_on': true,
  'adjudication.decided': true,
  'adjudication.finished': true,
};

describe('eventWords', () => {
  it('knows every event about claims and who checks them', () => {
    expect(Object.keys(TYPED).filter((type) => !isWorded(type))).toEqual([]);
  });

  it('says each step of a claim differently, and one it does not know by its name', () => {
    const words = [...CLAIM_EVENTS, 'decree'].map((event) => eventWords({ type: 'claim.moved', data: { event, reason: '' } }, nameOf).did);
    expect(new Set(words).size).toBe(CLAIM_EVENTS.length + 1);
    expect(words.at(-1)).toBe('moved it: decree');
  });

  it('never fails on data of another shape, as an older or newer version may have written it', () => {
    const odd: readonly Readonly<Record<string, unknown>>[] = [{}, { before: 3, after: 'x' }, { after: { people: 'x' } }, { after: null }];
    for (const type of [
      ...Object.keys(TYPED),
      'origin_group.saved',
      'article.topic_set',
      'article.described',
      'desk_note.saved',
      'weather.changed',
    ]) {
      for (const data of odd) {
        expect(eventWords({ type, data }, nameOf).did, type).not.toBe('');
        expect(peopleIn({ data })).toBeInstanceOf(Array);
      }
    }
  });

  it('names the people it speaks of', () => {
    const data = { fromId: 'ann', toId: 'bob', version: 2 };
    expect(peopleIn({ data })).toEqual(['ann', 'bob']);
    expect(eventWords({ type: 'check.handed_on', data }, nameOf).did).toBe('handed the work of ANN on to BOB');
  });
});

it('puts each event under one kind', () => {
  expect([...Object.keys(TRAIL_PREFIXES), 'other']).toEqual([...TRAIL_KINDS]);
  for (const type of Object.keys(TYPED)) {
    const kinds = Object.entries(TRAIL_PREFIXES).filter(([, prefixes]) => prefixes.some((prefix) => type.startsWith(prefix)));
    expect(kinds, type).toHaveLength(1);
  }
});
