import { APP_ERRORS } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';

/** A Result as an answer: 200, or the refusal's own status. Never cached: it is one person's view. */
export function toResponse(result: Result<unknown>): Response {
  return Response.json(result, {
    status: result.ok ? 200 : APP_ERRORS[result.error.code].status,
    headers: { 'Cache-Control': 'no-store' },
  });
}
