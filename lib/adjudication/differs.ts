import { unite } from '@/lib/anchoring/span-set';
import { type Chain, isPlain, newLink, taggedLink } from '@/lib/attribution/chain';
import { differingParts } from '@/lib/claims/detail-values';
import { plainDetails } from '@/lib/claims/details/details';
import type { Evidence } from '@/lib/claims/evidence';
import { toNameKey } from '@/lib/sources/source';
import { FIELD_FACTS, FIELDS, type Field } from './field';
import type { Parent } from './parent';

/** Which claim another one is taken for: the same name for claims of one group. A relation leads to the group, not to the claim. */
type GroupName = (claimId: string) => string;

/** The fields in which two claims taken for the same one differ, in the order of FIELDS; symmetric. Cost grows with their parts. */
export function differingFields(a: Parent, b: Parent, groupName: GroupName): readonly Field[] {
  return FIELDS.filter((field) => differs(field, a, b, groupName));
}

function differs(field: Field, a: Parent, b: Parent, groupName: GroupName): boolean {
  const { kind } = FIELD_FACTS[field];
  if (field === 'chain') return chainDiffers(a.chain, b.chain);
  if (kind === 'judgement') return judgement(field, a) !== judgement(field, b);
  if (kind === 'text') return areTwoTexts(textOf(field, a), textOf(field, b));
  const [mine, theirs] = [sidesOf(field, a, groupName), sidesOf(field, b, groupName)];
  return [...mine].some(([thing, side]) => theirs.has(thing) && theirs.get(thing) !== side);
}

/** A judgement as one string, the same for two that say the same. */
function judgement(field: Field, { spans, sourceType, source, confidence, finding }: Parent): string {
  switch (field) {
    case 'spans':
      return unite(spans)
        .map(({ start, end }) => `${start}-${end}`)
        .join(' ');
    case 'source':
      return `${sourceType} ${source === null ? '' : toNameKey(source.name)}`;
    case 'confidence':
      return confidence;
    case 'attributionCheck':
    case 'contentCheck':
    case 'credibility':
    case 'likelihood':
      return `${finding[field]}`;
    default:
      return '';
  }
}

/**
 * Whether two chains differ in more than in whom they are tagged with: that is the field before. So the tagged links are
 * compared with one source and one type, and what their type brings along by itself is left out.
 */
function chainDiffers(a: Chain, b: Chain): boolean {
  if (isPlain(a) && isPlain(b)) return false;
  const tag = taggedLink(a);
  const whole = { ...plainDetails({ sourceType: 'author', source: null }), chain: a };
  return differingParts(whole, { chain: b.map((link) => (link.tagged ? retagged(link, tag) : link)) }).length > 0;
}

function retagged(link: Chain[number], tag: Chain[number]): Chain[number] {
  const usual = newLink(link).relation === link.relation && newLink(tag).relation === tag.relation;
  return { ...link, sourceType: tag.sourceType, source: tag.source, relation: usual ? tag.relation : link.relation };
}

export function textOf(field: Field, { note, finding }: Parent): string {
  if (field === 'note') return note.trim();
  return field === 'rationale' || field === 'correction' || field === 'question' ? finding[field].trim() : '';
}

function areTwoTexts(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** What a list speaks of, and on which side it stands: two that name one thing and take different sides disagree. */
function sidesOf(field: Field, { evidence, flags, relations }: Parent, groupName: GroupName): ReadonlyMap<string, string> {
  switch (field) {
    case 'evidence':
      return new Map(evidence.map((piece) => [evidenceKey(piece), piece.stance]));
    case 'flags':
      return new Map(flags.map(({ flag, verdict }) => [flag, verdict]));
    case 'relations':
      return kindsByGroup(relations, groupName);
    default:
      return new Map();
  }
}

function kindsByGroup(relations: Parent['relations'], groupName: GroupName): ReadonlyMap<string, string> {
  const kinds = new Map<string, readonly string[]>();
  for (const { kind, claimId } of relations) kinds.set(groupName(claimId), [...(kinds.get(groupName(claimId)) ?? []), kind].sort());
  return new Map([...kinds].map(([group, own]) => [group, own.join(' ')]));
}

/** What makes two pieces of evidence one: the same thing, at the same place in it. */
export function evidenceKey({ kind, title, url, locator }: Evidence): string {
  return JSON.stringify([kind, url ?? toNameKey(title), locator.trim()]);
}
