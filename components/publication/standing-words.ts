import type { Publication, Standing } from '@/lib/publication/publication';

/** How a publication stands, in one word of a list. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = { readable: 'Public', revoked: 'Revoked', expired: 'Run out' };

/** Who can read it now, as a sentence. */
export function standingWords({ locked, listed }: Pick<Publication, 'locked' | 'listed'>, standing: Standing): string {
  if (standing === 'revoked') return 'Revoked: the link answers as if there had never been a report.';
  if (standing === 'expired') return 'The link has run out: it answers as if there had never been a report.';
  if (locked) return 'Whoever has the link and the password can read it.';
  return listed
    ? 'Everybody can read it, and search engines may list it.'
    : 'Whoever has the link can read it. Search engines are asked not to list it.';
}
