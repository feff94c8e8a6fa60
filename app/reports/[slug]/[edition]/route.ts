import { getEnv } from '@/lib/env';
import { loadPublishedData, loadPublishedPage } from '@/lib/publication/link/loaders';
import { askPassword, grantOf, noReport, toAnswer } from '../../answer';

type Context = { params: Promise<{ slug: string; edition: string }> };

/** The beginning of an edition's hash, and `.json` for its data instead of its page. */
const EDITION = /^([0-9a-f]{12,64})(\.json)?$/;

/** One edition of a published report, as it was published. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, edition } = await params;
  const [, prefix = 'none', data] = EDITION.exec(edition) ?? [];
  const asked = { slug, grant: grantOf(request) };
  if (data === undefined) {
    const answer = await loadPublishedPage({ ...asked, home: getEnv().home }, prefix);
    if (answer.kind === 'none') return noReport();
    return answer.kind === 'locked'
      ? askPassword(slug, null, 200)
      : toAnswer(request, { ...answer, mediaType: 'text/html; charset=utf-8' });
  }
  const answer = await loadPublishedData(asked, prefix);
  // Where a password is wanted it is asked for at the report itself: nothing but a page can ask.
  return answer.kind === 'found' ? toAnswer(request, { ...answer, mediaType: 'application/json' }) : noReport();
}
