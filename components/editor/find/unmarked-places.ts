import type { TagDraft } from '@/lib/claims/check-tag';
import { toNameKey } from '@/lib/sources/source';
import type { TextRange } from '@/lib/text/offset';
import type { ShownClaim } from '../outbox/overlay';

/** The places that no claim with the same type and source covers yet. */
export function unmarkedPlaces(
  places: readonly TextRange[],
  claims: readonly ShownClaim[],
  { sourceType, source }: Pick<TagDraft, 'sourceType' | 'source'>,
): readonly TextRange[] {
  const name = source === null ? null : toNameKey(source.name);
  const alike = claims.filter(
    (claim) => claim.sourceType === sourceType && (claim.source === null ? null : toNameKey(claim.source.name)) === name,
  );
  const covers = ({ start, end }: TextRange) => alike.some(({ spans }) => spans.some((span) => span.start <= start && end <= span.end));
  return places.filter((place) => !covers(place));
}
