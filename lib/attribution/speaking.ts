import type { Link } from './link';
import { LINK_RELATION_FACTS } from './link-relation';
import { type SourceType, toSourceClass } from './source-type';

/** Types that stand in a chain without anybody being there. */
const NOBODY: readonly SourceType[] = ['author', 'impersonal', 'unresolved'];

/** Whether somebody stands at a link of this type, named or not. */
export function isSomebody(type: SourceType): boolean {
  return !NOBODY.includes(type);
}

/**
 * Whether a link brings the claim here: somebody stands there who is said to say it. The one rule for who counts as a
 * possible origin, as a hand, and as somebody of whom the number, the basis and the reason are asked.
 *
 *     an aide says / denies / writes ...              speaks, as an anonymous source does
 *     Moscow's elite circles are said to feel         does not: that is told about them, and by nobody
 *
 * The relation decides only for unnamed persons and groups. Everybody else is presented as a source or can be asked by
 * name, so for them a feeling that is ascribed to them counts as theirs until somebody finds otherwise.
 */
export function speaks({ sourceType, relation }: Pick<Link, 'sourceType' | 'relation'>): boolean {
  if (!isSomebody(sourceType)) return false;
  return toSourceClass(sourceType) !== 'unnamed' || LINK_RELATION_FACTS[relation].speaks;
}
