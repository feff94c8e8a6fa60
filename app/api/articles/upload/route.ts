import { uploadArticle } from '@/lib/articles/actions';
import { NO_ARTICLE_FACTS } from '@/lib/articles/facts';
import { loadImportPermission } from '@/lib/articles/loaders';
import { toResponse } from '@/lib/http/json-response';
import { readBody } from '@/lib/http/read-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { TEXT_MAX_BYTES } from '@/lib/import/decode-text';
import { appError } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';

const FACTS = Object.keys(NO_ARTICLE_FACTS);

/** The parts of a form around its file, in bytes, generously. */
const FORM_OVERHEAD = 16_384;

/** A text file, as form data with `file`, `key` and perhaps `topic`, `outlet` and `publishedOn`. Strangers are turned away before their body is read; the action asks again. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return toResponse(refused(appError('CROSS_SITE')));
  const welcome = await loadImportPermission();
  if (!welcome.ok) return toResponse(welcome);
  const body = await readBody(request, TEXT_MAX_BYTES + FORM_OVERHEAD);
  if (body === null) return toResponse(refused(appError('TOO_LARGE', 'The file is larger than 2 MB.')));
  const contentType = request.headers.get('content-type') ?? '';
  const form = contentType.startsWith('multipart/form-data')
    ? await new Response(body, { headers: { 'Content-Type': contentType } }).formData().catch(() => null)
    : null;
  const [file, key] = [form?.get('file'), form?.get('key')];
  if (!(file instanceof File) || typeof key !== 'string') return toResponse(refused(appError('INVALID', 'Choose a file to import.')));
  const about = Object.fromEntries(FACTS.flatMap((fact) => (typeof form?.get(fact) === 'string' ? [[fact, form.get(fact)]] : [])));
  return toResponse(await uploadArticle({ key, ...about, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
}
