import { embedPage } from '@/lib/publication/embed';
import { loadPublishedLabel } from '@/lib/publication/link/loaders';
import { reportPath } from '@/lib/publication/publication';
import { noReport, toAnswer } from '../../answer';

type Context = { params: Promise<{ slug: string }> };

/** The sourcing label of a published report by itself, for a frame on another site. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const answer = await loadPublishedLabel((await params).slug);
  if (answer.kind !== 'found') return noReport();
  const { label, slug, publishedAt } = answer;
  const read = async () => embedPage({ label, url: reportPath(slug), publishedAt });
  return toAnswer(request, { ...answer, mediaType: 'text/html; charset=utf-8', read });
}
