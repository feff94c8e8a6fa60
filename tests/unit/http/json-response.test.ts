import { describe, expect, it } from 'vitest';
import { toResponse } from '@/lib/http/json-response';
import { APP_ERRORS, appError, type ErrorCode } from '@/lib/kernel/app-error';
import { ok, refused } from '@/lib/kernel/result';

describe('a result as an answer', () => {
  it('is 200 with the value, and never kept by anybody on the way', async () => {
    const response = toResponse(ok({ articleId: 'a' }));
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toEqual({ ok: true, value: { articleId: 'a' } });
  });

  it.each(Object.keys(APP_ERRORS) as ErrorCode[])('has the status of %s from the catalogue, and its code and words', async (code) => {
    const response = toResponse(refused(appError(code)));
    expect([response.status, response.headers.get('cache-control')]).toEqual([APP_ERRORS[code].status, 'no-store']);
    expect(await response.json()).toEqual({ ok: false, error: { code, message: APP_ERRORS[code].message } });
  });
});
