import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import { CONTENT_CHECK_LABELS, type ContentCheck } from '@/lib/claims/finding';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Source, SourceKind } from '@/lib/sources/source';

/**
 * schema.org ClaimReview (https://schema.org/ClaimReview), one for each claim that is approved and whose content was
 * checked with an outcome, in text order, as one JSON-LD graph. The mapping is in docs/formats.md. `<`, `>`, `&`, U+2028 and
 * U+2029 are written as escapes, so that the file can be put into a script element of any page as it is.
 */
export type ClaimReviewOptions = {
  /** The public address of the report, without a fragment. Reviews have a `url` only where it is known. */
  readonly address?: string | null | undefined;
};

/** Google, "Fact Check (ClaimReview) structured data": keep `claimReviewed` under 75 characters, against wrapping on a phone. */
const CLAIM_REVIEWED_ADVISED = 75;

/** Checks that came to nothing about the claim itself: there is nothing to review. */
const WITHOUT_OUTCOME: ReadonlySet<ContentCheck> = new Set(['not_checked', 'not_checkable', 'out_of_scope']);

/**
 * The checks that stand on a scale from false (1) to true (5), as ClaimReview's readers take numbers. The others do not:
 * what is disputed, unconfirmed or told out of context is not half true.
 */
const ON_SCALE: Readonly<Partial<Record<ContentCheck, number>>> = { contradicted: 1, partly_confirmed: 3, confirmed: 5 };

/** A document is no author, and the article's own voice has none that we know. Somebody unnamed is at least somebody. */
const AUTHOR_TYPES: Readonly<Record<SourceKind, 'Person' | 'Organization' | null>> = {
  person: 'Person',
  organization: 'Organization',
  news_organization: 'Organization',
  document: null,
  unnamed: 'Person',
};

/** The claims that have a review: approved, checkable, and checked. */
function reviewedClaims({ claims }: Pick<ReportModel, 'claims'>): readonly ReportClaim[] {
  return claims.filter(({ state, finding }) => state === 'approved' && !WITHOUT_OUTCOME.has(finding.contentCheck));
}

/** The file in pieces, one a review. */
export function* claimReviewPieces(model: ReportModel, options: ClaimReviewOptions = {}): Generator<string> {
  yield '{\n"@context": "https://schema.org",\n"@graph": [';
  let before = '\n';
  for (const claim of reviewedClaims(model)) {
    yield before + escapeForScript(JSON.stringify(toClaimReview(claim, model, options), null, 1));
    before = ',\n';
  }
  yield '\n]\n}\n';
}

/** So many claims at most are named in a sentence; it goes with the file as a header, too. */
const NAMED_MAX = 20;

/** What whoever exports should know, in sentences; empty where there is nothing to say. */
export function claimReviewWarnings(model: ReportModel): readonly string[] {
  const long = reviewedClaims(model).flatMap((claim) => {
    const length = [...reviewedWords(claim)].length;
    return length > CLAIM_REVIEWED_ADVISED ? `C${claim.number} (${length})` : [];
  });
  if (long.length === 0) return [];
  const more = long.length > NAMED_MAX ? ` and ${(long.length - NAMED_MAX).toLocaleString('en')} more` : '';
  const named = `${long.slice(0, NAMED_MAX).join(', ')}${more}`;
  return [`Search engines may cut claims of more than ${CLAIM_REVIEWED_ADVISED} characters: ${named}.`];
}

/** One review, without its context. */
export function toClaimReview(claim: ReportClaim, model: ReportModel, { address }: ClaimReviewOptions = {}) {
  const { finding } = claim;
  const value = ON_SCALE[finding.contentCheck];
  return {
    '@type': 'ClaimReview' as const,
    claimReviewed: reviewedWords(claim),
    ...(address == null ? {} : { url: `${address}#claim-${claim.number}` }),
    datePublished: model.generatedAt.toISOString(),
    author: { '@type': 'Organization' as const, name: model.desk.name },
    reviewRating: {
      '@type': 'Rating' as const,
      alternateName: CONTENT_CHECK_LABELS[finding.contentCheck],
      ...(value === undefined ? {} : { ratingValue: value, worstRating: 1, bestRating: 5 }),
    },
    ...(finding.rationale === '' ? {} : { reviewBody: finding.rationale.toWellFormed() }),
    itemReviewed: {
      '@type': 'Claim' as const,
      '@id': `urn:uuid:${claim.id}`,
      ...toWho(claim),
      appearance: {
        '@type': 'Article' as const,
        '@id': `urn:uuid:${model.revision.id}`,
        headline: model.article.title.toWellFormed(),
        ...(model.article.topic === '' ? {} : { about: model.article.topic.toWellFormed() }),
        ...(model.article.outlet === ''
          ? {}
          : { publisher: { '@type': 'Organization' as const, name: model.article.outlet.toWellFormed() } }),
        ...(model.article.publishedOn === null ? {} : { datePublished: model.article.publishedOn }),
      },
    },
  };
}

/** The words of the claim on one line; the parts of several spans as in the other formats. */
function reviewedWords({ spans }: ReportClaim): string {
  const words = spans.map(({ quote }) => quote.replace(/\s+/gu, ' ').trim());
  return words.join(' […] ').toWellFormed();
}

/** Whom the chain presents as speaking. */
function toWho({ source, sourceType }: ReportClaim) {
  if (source === null) return {};
  const type = AUTHOR_TYPES[source.kind];
  if (type === null) return { isBasedOn: { '@type': 'CreativeWork' as const, ...named(source) } };
  const { definition } = SOURCE_TYPE_DEFINITIONS[sourceType];
  const unnamed = source.kind === 'unnamed' ? { description: `${SOURCE_TYPE_FACTS[sourceType].label}. ${definition}` } : {};
  return { author: { '@type': type, ...named(source), ...unnamed } };
}

function named({ id, name }: Source) {
  return { '@id': `urn:uuid:${id}`, name: name.toWellFormed() };
}

const ESCAPES = /[<>&\u2028\u2029]/gu;

function escapeForScript(json: string): string {
  return json.replace(ESCAPES, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
