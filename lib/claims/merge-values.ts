import { withTag } from '@/lib/attribution/chain';
import type { Claim } from './claim';
import { type DetailValues, differingParts, pickParts } from './detail-values';
import { DETAIL_FIELDS, type DetailField, plainDetails } from './details/details';
import { differingFields, type TagField, type TagValues, toShownSource, toTagValues } from './tag-values';

/** What of a claim can be changed apart from the rest. A source belongs to its type: the two are one choice. */
export const MERGE_FIELDS = ['spans', 'source', 'confidence', 'note', ...DETAIL_FIELDS] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** A whole tag, and some of the parts beyond it. */
export type MergeValues = { readonly tag: TagValues; readonly details: DetailValues };

export type Merged = {
  /** Theirs with what only this person changed over it: what to write where nothing clashes. */
  readonly values: MergeValues;
  /** Fields that both changed, to different values: somebody has to choose. */
  readonly clashes: readonly MergeField[];
  /** Fields that only this person changed, where they are not so already. */
  readonly mine: readonly MergeField[];
  /** Fields that others changed, as far as `base` tells. */
  readonly theirs: readonly MergeField[];
};

/** The tag's fields that each field is made of. */
const TAG_FIELDS_OF: Readonly<Partial<Record<MergeField, readonly TagField[]>>> = {
  spans: ['spans'],
  source: ['sourceType', 'source'],
  confidence: ['confidence'],
  note: ['note'],
};

/**
 * Three-way merge by field. A field that one side changed is that side's; one that both changed alike is that; one that
 * both changed apart is a clash. The tag stands in its chain, so a new source on one side and a changed chain on the other
 * clash too. Every value is one of the three's. Cost grows with the length of the parts.
 *
 * @param base what this person saw: the whole tag, and the parts that `mine` has; the chain also where `mine` has a new source
 * @param mine what they made of it; a part that is absent they left alone
 * @param theirs the claim as it stands now
 */
export function mergeValues(base: MergeValues, mine: MergeValues, theirs: Claim): Merged {
  const current = { tag: toTagValues(theirs), details: pickParts(theirs, DETAIL_FIELDS) };
  const [here, there] = [changesSince(base, mine), changesSince(base, current)];
  const apart = fieldsApart(mine, current);
  const crossed = (here.has('chain') && there.has('source')) || (here.has('source') && there.has('chain'));
  const clashes = MERGE_FIELDS.filter((field) => {
    if (!apart.has(field)) return false;
    return (here.has(field) && there.has(field)) || (crossed && (field === 'source' || field === 'chain'));
  });
  const taken = MERGE_FIELDS.filter((field) => here.has(field) && apart.has(field) && !clashes.includes(field));
  const known = MERGE_FIELDS.filter((field) => there.has(field) && (isTagField(field) || base.details[field as DetailField] !== undefined));
  return { values: takeFields(theirs, mine, taken), clashes, mine: taken, theirs: known };
}

/** The claim's tag with some of this person's fields over it, and those of their parts. */
export function takeFields(theirs: Claim, mine: MergeValues, fields: readonly MergeField[]): MergeValues {
  const tag: Record<TagField, unknown> = { ...toTagValues(theirs) };
  for (const field of fields) for (const name of TAG_FIELDS_OF[field] ?? []) tag[name] = mine.tag[name];
  const parts = DETAIL_FIELDS.filter((part) => fields.includes(part) && mine.details[part] !== undefined);
  return { tag: tag as TagValues, details: Object.fromEntries(parts.map((part) => [part, mine.details[part]])) };
}

/** What a person sees of a claim as they change it, with the parts they change: the base of a later merge. */
export function toSeen(claim: Claim, details: DetailValues = {}): MergeValues {
  const parts = DETAIL_FIELDS.filter((part) => part === 'chain' || details[part] !== undefined);
  return { tag: toTagValues(claim), details: pickParts(claim, parts) };
}

function isTagField(field: MergeField): boolean {
  return field in TAG_FIELDS_OF;
}

function tagFieldsApart(a: TagValues, b: TagValues): readonly MergeField[] {
  const differing = differingFields(a, b);
  return MERGE_FIELDS.filter((field) => TAG_FIELDS_OF[field]?.some((name) => differing.includes(name)));
}

/** What a side changed. A chain that only took over its tag's new source is not changed. A part the base does not tell counts as changed. */
function changesSince(base: MergeValues, side: MergeValues): ReadonlySet<MergeField> {
  const parts = DETAIL_FIELDS.filter((part) => {
    if (side.details[part] === undefined) return false;
    return base.details[part] === undefined || !isSame(part, part === 'chain' ? carried(base, side.tag) : base.details, side.details);
  });
  return new Set([...tagFieldsApart(base.tag, side.tag), ...parts]);
}

/** In what two sides differ; of the parts those that the first has. */
function fieldsApart(mine: MergeValues, theirs: MergeValues): ReadonlySet<MergeField> {
  const parts = DETAIL_FIELDS.filter((part) => mine.details[part] !== undefined && !isSame(part, mine.details, theirs.details));
  return new Set([...tagFieldsApart(mine.tag, theirs.tag), ...parts]);
}

function isSame(part: DetailField, a: DetailValues, b: DetailValues): boolean {
  const whole = { ...plainDetails({ sourceType: 'author', source: null }), [part]: a[part] };
  return differingParts(whole, { [part]: b[part] }).length === 0;
}

/** The base's chain as it would be if only the tag had changed. */
function carried({ details: { chain } }: MergeValues, { sourceType, source }: TagValues): DetailValues {
  return chain === undefined ? {} : { chain: withTag(chain, { sourceType, source: toShownSource(source, sourceType) }) };
}
