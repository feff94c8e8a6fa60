import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLink, taggedLink } from '@/lib/attribution/chain';
import { handOf } from '@/lib/attribution/hand';
import { isAnonymous } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import { carriersOf } from '@/lib/attribution/origins';
import { SOURCE_TYPES, toSourceClass } from '@/lib/attribution/source-type';
import { speaks } from '@/lib/attribution/speaking';
import { NO_FINDING } from '@/lib/claims/finding';
import type { Flag } from '@/lib/claims/flag';
import { flagContextOf, flagsOf } from '@/lib/claims/flags';
import { type SourcingClaim, toSourcing } from '@/lib/provenance/sourcing';
import { arbitraryClaims, arbitraryGroups } from '../attribution/arbitrary-chain';

describe('who speaks', () => {
  it('is decided by the relation for unnamed persons and groups, and by the type for everybody else', () => {
    const silent = SOURCE_TYPES.flatMap((sourceType) =>
      LINK_RELATIONS.filter((relation) => !speaks({ sourceType, relation })).map((relation) => `${sourceType} ${relation}`),
    );
    const nobody = (['author', 'impersonal', 'unresolved'] as const).flatMap((type) =>
      LINK_RELATIONS.map((relation) => `${type} ${relation}`),
    );
    const unnamed = (['unnamed_person', 'unnamed_group'] as const).flatMap((type) => [`${type} holds_attitude`, `${type} is_known`]);
    expect(silent.sort()).toEqual([...nobody, ...unnamed].sort());
  });

  it('is an unnamed person, but not an unnamed group, as long as nobody has said what they do', () => {
    expect(speaks(newLink({ sourceType: 'unnamed_person', source: null }))).toBe(true);
    expect(speaks(newLink({ sourceType: 'unnamed_group', source: null }))).toBe(false);
  });
});

/** The claims of an article with what the label and the table ask beside their chains. */
const sourcingClaims = arbitraryClaims.map((claims) =>
  claims.map((claim, at): SourcingClaim => {
    const { sourceType, source } = taggedLink(claim.chain);
    const rest = { articleId: 'article', number: at + 1, confidence: 'high', state: 'draft', flags: [], finding: NO_FINDING } as const;
    return { ...claim, ...rest, sourceType, source };
  }),
);

/** Flags that ask something of somebody who is not named. */
const ASKING: readonly Flag[] = ['anonymous', 'bare_sources', 'count_not_given', 'no_reason_for_anonymity', 'no_basis_of_knowledge'];

describe('hand, label, flags and table of any claims', () => {
  it('agree on who brings a claim here', () => {
    fc.assert(
      fc.property(sourcingClaims, arbitraryGroups, (claims, groups) => {
        const { label, speakers } = toSourcing(claims, groups);
        const hands = new Map(claims.map(({ id, chain }) => [id, handOf(chain)]));
        const leaning = new Set(label.origins.all.flatMap(({ claimIds }) => claimIds));
        for (const { id, chain } of claims) {
          expect(hands.get(id) === null).toBe(carriersOf(chain).length === 0);
          if (hands.get(id) !== null) expect(leaning).toContain(id);
        }
        const reported = [...hands.values()].some((hand) => hand !== null);
        expect(label.origins.atMost > 0).toBe(reported);
        expect(label.deepest !== null).toBe(reported);
        for (const { reach, claimIds } of speakers)
          expect(/ hand$/u.test(reach), reach).toBe(reach !== 'own voice' && claimIds.some((id) => hands.get(id) !== null));
      }),
    );
  });

  it('ask who is unnamed of exactly those who speak', () => {
    fc.assert(
      fc.property(sourcingClaims, (claims) => {
        const context = flagContextOf(claims);
        for (const claim of claims) {
          const flags = flagsOf(claim, context).map(({ flag }) => flag);
          const unnamed = claim.chain.filter((link) => isAnonymous(link.sourceType) && speaks(link));
          expect(flags.some((flag) => ASKING.includes(flag))).toBe(unnamed.length > 0);
          if (unnamed.length > 0) expect(handOf(claim.chain)).not.toBeNull();
          const unknown = unnamed.some(({ anonymity }) => (anonymity?.basis ?? '').trim() === '');
          expect(flags.includes('no_basis_of_knowledge')).toBe(unknown);
          const first = carriersOf(claim.chain)[0];
          if (first !== undefined && toSourceClass(first.sourceType) === 'unnamed') expect(flags).toContain('anonymous');
        }
      }),
    );
  });
});
