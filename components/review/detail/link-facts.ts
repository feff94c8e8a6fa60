import { type Anonymity, COUNT_LABELS, PROXIMITY_LABELS } from '@/lib/attribution/anonymity';
import { HEDGE_LABELS, type Link } from '@/lib/attribution/link';
import { LINK_RELATION_FACTS } from '@/lib/attribution/link-relation';
import { SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';

/** What is known of one link beyond its name, in the order in which it is read; each a few words. */
export function linkFacts(link: Link): readonly string[] {
  const { sourceType, relation, stated, reading } = link;
  if (sourceType === 'author') return [];
  return [
    SOURCE_TYPE_FACTS[sourceType].label.toLowerCase(),
    LINK_RELATION_FACTS[relation].label,
    ...(stated === 'from_outside' ? ['known from outside'] : []),
    ...readingFact(sourceType, reading),
  ];
}

/** Nobody has anything of an anonymous source to read, so of them it is said only where we did. */
function readingFact(sourceType: Link['sourceType'], reading: Link['reading']): readonly string[] {
  if (reading === 'read') return ['read by us'];
  const sourceClass = toSourceClass(sourceType);
  return sourceClass === 'relay' || sourceClass === 'document' ? ['taken on trust'] : [];
}

/** The anonymity record, as far as the article fills it; what it leaves open is among the flags. */
export function anonymityFacts(record: Anonymity | null): readonly string[] {
  if (record === null) return [];
  const { count, number, proximity, basis, reason } = record;
  return [
    ...(count === null ? [] : [count === 'exact' && number !== null ? `${number} of them` : COUNT_LABELS[count].toLowerCase()]),
    ...(proximity === null || proximity === 'unspecified' ? [] : [PROXIMITY_LABELS[proximity].toLowerCase()]),
    ...(basis.trim() === '' ? [] : [`how they know: “${basis.trim()}”`]),
    ...(reason.trim() === '' ? [] : [`why not named: “${reason.trim()}”`]),
  ];
}

/** “potentially” (adverb of doubt) */
export function hedgeFacts({ hedges }: Pick<Link, 'hedges'>): readonly string[] {
  return hedges.map(({ quote, kind }) => `“${quote}” (${HEDGE_LABELS[kind].toLowerCase()})`);
}
