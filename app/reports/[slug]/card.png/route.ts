import { loadPublishedCard } from '@/lib/publication/link/loaders';
import { noReport, toAnswer } from '../../answer';

type Context = { params: Promise<{ slug: string }> };

/** What a link to a published report shows elsewhere, as a picture. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const answer = await loadPublishedCard((await params).slug);
  return answer.kind === 'found' ? toAnswer(request, { ...answer, mediaType: 'image/png' }) : noReport();
}
