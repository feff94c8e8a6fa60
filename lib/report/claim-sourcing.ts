import { type Corroboration, corroborationOf } from '@/lib/attribution/corroboration';
import { handOf } from '@/lib/attribution/hand';
import { linkWords } from '@/lib/attribution/link-name';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { carriersOf, type Origin } from '@/lib/attribution/origins';
import { type Strength, strengthOf } from '@/lib/attribution/strength';
import type { Claim } from '@/lib/claims/claim';
import { gradeDoubt } from '@/lib/claims/credibility';
import { flagsOf, type StandingFlag } from '@/lib/claims/flags';
import { type Relation, type RelationKind, relationsBothWays } from '@/lib/claims/relation';
import { ENGLISH } from '@/lib/frame/en/english';
import type { Frame } from '@/lib/frame/frame';
import type { Steps } from '@/lib/kernel/pause';
import { corroborationsOf, type Sourcing, type WorkedOut } from '@/lib/provenance/sourcing';
import type { Source } from '@/lib/sources/source';

/** What follows from a claim's chain, its flags and its relations, among the claims of the same export. */
export type ClaimSourcing = {
  /** Null where nobody is named, which is no hand at all. */
  readonly hand: number | null;
  readonly strength: Strength;
  /** In the order of FLAGS, those that a person dismissed among them. */
  readonly flags: readonly StandingFlag[];
  /** From this claim's side, those with claims held here first. */
  readonly related: readonly Related[];
  /** Null where nobody reports the claim, and for rejected claims, which do not count. */
  readonly origin: ReportOrigin | null;
  readonly corroboration: Corroboration;
  /** Why a credibility of 1 is not supported by the claims and groups of this export, or null. Of rejected claims nothing is said. */
  readonly gradeDoubt: string | null;
};

/** `number` is null for a claim that is not held here: of that one nothing is known but that it exists. */
export type Related = { readonly kind: RelationKind; readonly number: number | null; readonly note: string };

/** An origin with a name for readers: that of its group, else of whoever brings it in. */
export type ReportOrigin = Origin & { readonly name: string; readonly sources: readonly Source[] };

/** The origins of an export's label, in its order, named. Linear in their sources and groups, given the claims' chains. */
export function toReportOrigins(
  { origins }: Sourcing['label'],
  claims: readonly Pick<Claim, 'id' | 'chain'>[],
  sources: ReadonlyMap<string, Source>,
  { report, attribution }: Frame = ENGLISH,
): readonly ReportOrigin[] {
  const chains = new Map(claims.map(({ id, chain }) => [id, chain]));
  return origins.all.map((origin) => {
    const [carrier] = carriersOf(chains.get(origin.claimIds[0] ?? '') ?? []);
    const brought = carrier === undefined ? report.noName : linkWords(carrier, attribution);
    const name = origin.groups.length === 0 ? brought : origin.groups.map((group) => group.name).join(', ');
    return { ...origin, name, sources: origin.sourceIds.flatMap((id) => sources.get(id) ?? []) };
  });
}

type Held = {
  readonly claims: readonly Claim[];
  /** Of the same claims: it knows which of them count. */
  readonly worked: WorkedOut;
  readonly origins: readonly ReportOrigin[];
  readonly groups: readonly OriginGroup[];
  readonly frame: Frame;
};

/** By claim id, every claim given. Near linear in claims, links and relations. */
export function* claimSourcings({ claims, worked, origins, groups, frame }: Held): Steps<ReadonlyMap<string, ClaimSourcing>> {
  const { sourcing, flags, context } = worked;
  const numbers = new Map(claims.map(({ id, number }) => [id, number]));
  const among = relationsBothWays(claims);
  const homes = new Map(origins.flatMap((origin) => origin.claimIds.map((id) => [id, origin])));
  const counted = sourcing.claims.map(({ id }) => id);
  yield;
  const corroborations = corroborationsOf(sourcing.claims, groups, counted, worked.origins);
  const sourcings = new Map<string, ClaimSourcing>();
  for (const claim of claims) {
    sourcings.set(claim.id, {
      hand: handOf(claim.chain),
      strength: strengthOf(claim.chain, frame.attribution),
      // Rejected claims have flags too, though they do not count.
      flags: flags.get(claim.id) ?? flagsOf(claim, context),
      related: toRelated(claim.relations, among.get(claim.id) ?? [], numbers),
      origin: homes.get(claim.id) ?? null,
      corroboration: corroborations.get(claim.id) ?? corroborationOf([]),
      gradeDoubt: doubtOf(claim, corroborations.get(claim.id), frame),
    });
    if (sourcings.size % CLAIMS_A_STEP === 0) yield;
  }
  return sourcings;
}

/** How many claims make a step of the work. */
const CLAIMS_A_STEP = 1000;

function doubtOf({ finding }: Claim, corroboration: Corroboration | undefined, { claims }: Frame): string | null {
  return corroboration === undefined ? null : gradeDoubt(finding.credibility, corroboration.attested, claims.gradeDoubt);
}

function toRelated(drawn: readonly Relation[], among: readonly Relation[], numbers: ReadonlyMap<string, number>): readonly Related[] {
  const held = among.map(({ kind, claimId, note }) => ({ kind, number: numbers.get(claimId) ?? null, note }));
  const others = drawn.filter(({ claimId }) => !numbers.has(claimId)).map(({ kind }) => ({ kind, number: null, note: '' }));
  return [...held, ...others];
}
