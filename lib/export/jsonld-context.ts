/**
 * What our own words in a JSON-LD export mean. The namespace is a name and nothing is there to fetch: no domain is ours for
 * good, a version 4 UUID is (RFC 9562). docs/formats.md says what each term holds; docs/schemas/hearsay-context.jsonld is
 * written from this file, and the export carries the same inline.
 *
 * No term coerces its values: a reader who knows nothing but the prefix reads the same.
 */
const HEARSAY_NAMESPACE = 'urn:uuid:87782234-0f33-4a44-a645-97aed097d1f5#';

/** The W3C context, which every annotation must name (Web Annotation Data Model 3.1). */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const TYPES = [
  'Link',
  'Hedge',
  'Anonymity',
  'Strength',
  'Flag',
  'Relation',
  'Finding',
  'Evidence',
  'Origin',
  'OriginGroup',
  'Label',
] as const;

const PROPERTIES = [
  'anonymity',
  'anonymityReason',
  'archivedUrl',
  'attested',
  'attributionCheck',
  'basis',
  'chain',
  'chainInWords',
  'claim',
  'computed',
  'contentCheck',
  'correction',
  'count',
  'countNumber',
  'credibility',
  'credibilityDoubt',
  'cue',
  'descriptor',
  'evidence',
  'evidenceKind',
  'explanation',
  'finding',
  'flag',
  'flagName',
  'hand',
  'hedge',
  'hedgeKind',
  'inOriginGroup',
  'independence',
  'label',
  'likelihood',
  'linkRelation',
  'locator',
  'note',
  'origin',
  'originGroup',
  'originsAtMost',
  'originsAttested',
  'outsideThisFile',
  'position',
  'proximity',
  'question',
  'rationale',
  'reading',
  'reason',
  'relatedClaim',
  'relation',
  'relationKind',
  'retrievedOn',
  'sentence',
  'sourceKind',
  'sourceType',
  'stance',
  'stated',
  'strength',
  'tagged',
  'title',
  'url',
  'value',
  'who',
] as const;

export type HearsayType = `hearsay:${(typeof TYPES)[number]}`;
export type HearsayProperty = `hearsay:${(typeof PROPERTIES)[number]}`;

/** The prefix and every term that an export uses. */
export const HEARSAY_CONTEXT: Readonly<Record<string, string>> = {
  hearsay: HEARSAY_NAMESPACE,
  ...Object.fromEntries([...TYPES, ...PROPERTIES].map((term) => [`hearsay:${term}`, `${HEARSAY_NAMESPACE}${term}`])),
};
