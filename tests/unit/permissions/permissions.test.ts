import { describe, expect, it } from 'vitest';
import { type Checking, UNGUARDED } from '@/lib/assignments/checking';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { can, deny, PERMISSIONS, type Permission } from '@/lib/permissions/permissions';
import { type Actor, ROLE_LABELS, ROLES, type Role } from '@/lib/permissions/roles';

/** Who the claim’s maker and last editor are, as seen by the one who asks. */
const HANDS = ['made', 'edited', 'neither'] as const;
type Hand = (typeof HANDS)[number];

const DESK = 'desk-1';

function toActor(role: Role): Actor {
  return { userId: 'me', name: 'Me', deskId: DESK, role };
}

function toClaim(hand: Hand, state: ClaimState, deskId = DESK) {
  return {
    deskId,
    state,
    createdById: hand === 'made' ? 'me' : 'somebody',
    lastEditedById: hand === 'neither' ? 'somebody' : 'me',
    earlierEditorIds: [] as readonly string[],
    parentMakers: [] as readonly string[],
    checking: UNGUARDED,
    makers: hand === 'made' ? ['me'] : [],
    // Of a comment on it: who made the claim wrote that too.
    deleted: false,
    authorId: hand === 'made' ? 'me' : 'somebody',
    personId: hand === 'made' ? 'me' : 'somebody',
  };
}

/**
 * Who may do what: for each permission and role the answer to the one who made the claim, edited it last, or did
 * neither. + allowed, F forbidden, 4 four eyes. A permission that asks nothing about claims answers all three alike.
 */
const TABLE: Readonly<Record<Permission, Readonly<Record<Role, string>>>> = {
  'preferences.edit': { checker: '+++', editor: '+++', admin: '+++' },
  'article.view': { checker: '+++', editor: '+++', admin: '+++' },
  'article.create': { checker: '+++', editor: '+++', admin: '+++' },
  'article.edit': { checker: '+++', editor: '+++', admin: '+++' },
  'article.export': { checker: '+++', editor: '+++', admin: '+++' },
  'publication.view': { checker: '+++', editor: '+++', admin: '+++' },
  'report.publish': { checker: 'FFF', editor: '+++', admin: '+++' },
  'report.revoke': { checker: 'FFF', editor: '+++', admin: '+++' },
  'edition.close': { checker: 'FFF', editor: '+++', admin: '+++' },
  'edition.reopen': { checker: 'FFF', editor: '+++', admin: '+++' },
  'source.view': { checker: '+++', editor: '+++', admin: '+++' },
  'source.edit': { checker: '+++', editor: '+++', admin: '+++' },
  'source.grade': { checker: 'FFF', editor: '+++', admin: '+++' },
  'source.merge': { checker: 'FFF', editor: '+++', admin: '+++' },
  'source.retract': { checker: 'FFF', editor: '+++', admin: '+++' },
  'origin_group.edit': { checker: '+++', editor: '+++', admin: '+++' },
  'claim.create': { checker: '+++', editor: '+++', admin: '+++' },
  'claim.edit': { checker: '+FF', editor: '+++', admin: '+++' },
  'claim.delete': { checker: '+FF', editor: '+++', admin: '+++' },
  'claim.restore_version': { checker: '+FF', editor: '+++', admin: '+++' },
  'claim.submit': { checker: '+FF', editor: '+++', admin: '+++' },
  'claim.withdraw': { checker: '+FF', editor: '+++', admin: '+++' },
  'desk_note.view': { checker: '+++', editor: '+++', admin: '+++' },
  'desk_note.edit': { checker: '+++', editor: '+++', admin: '+++' },
  'queue.view': { checker: 'FFF', editor: '+++', admin: '+++' },
  'mail.view': { checker: 'FFF', editor: 'FFF', admin: '+++' },
  'trail.read': { checker: 'FFF', editor: '+++', admin: '+++' },
  'agreement.read': { checker: 'FFF', editor: '+++', admin: '+++' },
  'article.adjudicate': { checker: 'FFF', editor: 'F++', admin: 'F++' },
  'figures.read': { checker: 'FFF', editor: '+++', admin: '+++' },
  'calibration.read': { checker: '+FF', editor: '+++', admin: '+++' },
  'claim.approve': { checker: 'FFF', editor: '44+', admin: '44+' },
  'claim.return': { checker: 'FFF', editor: '+++', admin: '+++' },
  'claim.reject': { checker: 'FFF', editor: '+++', admin: '+++' },
  'claim.undo_decision': { checker: 'FFF', editor: '+++', admin: '+++' },
  'comment.add': { checker: '+++', editor: '+++', admin: '+++' },
  'comment.edit': { checker: '+FF', editor: '+FF', admin: '+FF' },
  'comment.delete': { checker: '+FF', editor: '+++', admin: '+++' },
  'comment.resolve': { checker: '+++', editor: '+++', admin: '+++' },
  'notices.read': { checker: '+++', editor: '+++', admin: '+++' },
  'check.take': { checker: '+++', editor: '+++', admin: '+++' },
  'assignment.edit': { checker: 'FFF', editor: '+++', admin: '+++' },
  'workload.view': { checker: 'FFF', editor: '+++', admin: '+++' },
  'blind.see_through': { checker: 'FFF', editor: '+++', admin: '+++' },
  'return_reasons.edit': { checker: 'FFF', editor: '+++', admin: '+++' },
  'house.edit': { checker: 'FFF', editor: '+++', admin: '+++' },
};

/** Where a claim’s state changes the answer of TABLE: nobody touches a rejected claim, and what was approved stands in reports. */
const BY_STATE: Readonly<Partial<Record<Permission, Readonly<Partial<Record<ClaimState, Readonly<Record<Role, string>>>>>>>> = {
  'claim.edit': { rejected: { checker: 'FFF', editor: 'FFF', admin: 'FFF' } },
  'claim.restore_version': { rejected: { checker: 'FFF', editor: 'FFF', admin: 'FFF' } },
  'claim.delete': {
    rejected: { checker: 'FFF', editor: 'FFF', admin: 'FFF' },
    approved: { checker: 'FFF', editor: '+++', admin: '+++' },
  },
};

const CODES: Readonly<Record<string, string | null>> = { '+': null, F: 'FORBIDDEN', '4': 'FOUR_EYES' };
const NAMES = Object.keys(TABLE) as Permission[];

describe('the permission table', () => {
  it('has exactly the permissions and roles tested here', () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...NAMES].sort());
    for (const row of Object.values(TABLE)) expect(Object.keys(row)).toEqual([...ROLES]);
  });

  const rows = NAMES.flatMap((permission) => ROLES.flatMap((role) => HANDS.map((hand, index) => [permission, role, hand, index] as const)));

  it.each(rows)('answers %s to a %s who %s it as the table says, in every state', (permission, role, hand, index) => {
    for (const state of CLAIM_STATES) {
      const letter = (BY_STATE[permission]?.[state]?.[role] ?? TABLE[permission][role])[index] as string;
      const refusal = deny(toActor(role), permission, toClaim(hand, state));
      expect(refusal?.code ?? null, state).toBe(CODES[letter]);
      expect(can(toActor(role), permission, toClaim(hand, state)), state).toBe(letter === '+');
    }
  });

  it.each(NAMES)('answers %s about another desk as if there were nothing, to every role, maker and state', (permission) => {
    for (const role of ROLES) {
      for (const hand of HANDS) {
        for (const state of CLAIM_STATES) {
          expect(deny(toActor(role), permission, toClaim(hand, state, 'desk-2'))?.code).toBe('NOT_FOUND');
        }
      }
    }
  });

  it('says the same about another desk as about nothing at all, so that an answer betrays nothing', () => {
    const refusals = NAMES.map((permission) => deny(toActor('admin'), permission, toClaim('made', 'draft', 'desk-2')));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  });

  it('lets each role do all that the one before it may', () => {
    for (const permission of NAMES) {
      for (const hand of HANDS) {
        for (const state of CLAIM_STATES) {
          const allowed = ROLES.map((role) => can(toActor(role), permission, toClaim(hand, state)));
          expect([...allowed].sort(), `${permission}, ${hand}, ${state}`).toEqual(allowed);
        }
      }
    }
  });

  it('denies a role it does not know', () => {
    const stranger = { ...toActor('checker'), role: 'owner' as Role };
    for (const permission of NAMES) expect(can(stranger, permission, toClaim('neither', 'submitted')), permission).toBe(false);
  });
});

describe('four eyes', () => {
  it('names itself, so that an editor knows why', () => {
    expect(deny(toActor('editor'), 'claim.approve', toClaim('made', 'submitted'))?.message).toContain('Four eyes');
  });

  it('holds for the maker even after another has edited the claim', () => {
    const claim = { ...toClaim('made', 'submitted'), lastEditedById: 'somebody' };
    expect(deny(toActor('admin'), 'claim.approve', claim)?.code).toBe('FOUR_EYES');
  });

  it('holds for those who edited the claim before whoever edited it last', () => {
    const claim = { ...toClaim('neither', 'submitted'), earlierEditorIds: ['other', 'me'] };
    expect(deny(toActor('editor'), 'claim.approve', claim)?.code).toBe('FOUR_EYES');
  });

  it('holds for those whose claims a consensus claim stands for', () => {
    const claim = { ...toClaim('neither', 'submitted'), parentMakers: ['somebody', 'me'] };
    expect(deny(toActor('editor'), 'claim.approve', claim)?.code).toBe('FOUR_EYES');
  });
});

describe('an article that is checked blind', () => {
  const CLAIM_WRITES = NAMES.filter((name) => /^claim\.(?!create)|^desk_note\.edit|^comment\./.test(name));
  const blindly = (everChecked: readonly string[], more: Partial<Checking> = {}): Checking => ({
    blind: true,
    everChecked,
    handedOn: [],
    ...more,
  });
  const claim = (hand: Hand, checking: Checking, state: ClaimState = 'submitted') => ({ ...toClaim(hand, state), checking });

  it.each(CLAIM_WRITES)('keeps another’s claim from its checkers, whatever their role: %s', (permission) => {
    for (const role of ROLES) {
      for (const state of CLAIM_STATES) {
        const refusal = deny(toActor(role), permission, claim('neither', blindly(['me', 'somebody']), state));
        expect(refusal, `${role}, ${state}`).toEqual(deny(toActor(role), permission, toClaim('neither', state, 'desk-2')));
      }
    }
  });

  it.each(CLAIM_WRITES)('keeps every claim from a checker who has no part in it: %s', (permission) => {
    expect(deny(toActor('checker'), permission, claim('neither', blindly(['somebody', 'other'])))?.code).toBe('NOT_FOUND');
  });

  it('lets nobody but the maker change a claim, and nobody decide', () => {
    const checking = blindly(['somebody', 'other']);
    for (const role of ['editor', 'admin'] as const) {
      for (const permission of ['claim.edit', 'claim.delete', 'claim.submit', 'claim.withdraw'] as const) {
        expect(deny(toActor(role), permission, claim('neither', checking))?.code, permission).toBe('FORBIDDEN');
        expect(deny(toActor(role), permission, claim('made', checking)), permission).toBeNull();
      }
      for (const permission of ['claim.approve', 'claim.return', 'claim.reject', 'claim.undo_decision'] as const) {
        expect(deny(toActor(role), permission, claim('neither', checking))?.message, permission).toContain('checked blind');
      }
      expect(deny(toActor(role), 'origin_group.edit', { deskId: DESK, checking })?.code).toBe('FORBIDDEN');
    }
  });

  it('is adjudicated once all have handed in, by nobody who had a part in it', () => {
    const adjudicate = (checking: Checking) =>
      deny(toActor('editor'), 'article.adjudicate', { deskId: DESK, checking, makers: [] })?.message ?? null;
    expect(adjudicate(blindly(['somebody', 'other']))).toContain('still being checked blind');
    expect(adjudicate({ ...blindly(['somebody', 'other']), blind: false })).toBeNull();
    expect(adjudicate({ ...blindly(['somebody']), blind: false, everChecked: ['me', 'somebody'] })).toContain('You checked this article');
  });

  it('takes claims from those who have or had a part in it', () => {
    const create = (checking: Checking) => deny(toActor('checker'), 'claim.create', { deskId: DESK, checking })?.code ?? null;
    expect(create(blindly(['me', 'somebody']))).toBeNull();
    expect(create(blindly(['somebody'], { everChecked: ['me', 'somebody'] }))).toBeNull();
    expect(create(blindly(['somebody', 'other']))).toBe('FORBIDDEN');
  });
});

it('lets the one to whom work was handed on go on with it, and no other checker', () => {
  const handed = (to: string) => ({ ...toClaim('neither', 'draft'), checking: { ...UNGUARDED, handedOn: [{ from: 'somebody', to }] } });
  for (const permission of ['claim.edit', 'claim.delete', 'claim.submit', 'claim.withdraw'] as const) {
    expect(deny(toActor('checker'), permission, handed('me')), permission).toBeNull();
    expect(deny(toActor('checker'), permission, handed('other'))?.code, permission).toBe('FORBIDDEN');
  }
});

it('has a label for every role', () => {
  expect(Object.keys(ROLE_LABELS)).toEqual([...ROLES]);
});
