import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import type { TypedFacts } from './kept-draft';

type Upload = {
  readonly file: File;
  readonly key: string;
  readonly facts: TypedFacts;
  /** Called with the share that has been sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/**
 * Sends a text file. By XMLHttpRequest, because fetch does not say how much has been sent.
 * Null when the server could not be reached.
 */
export function uploadFile({ file, key, facts, onProgress }: Upload): Promise<Result<{ articleId: string }> | null> {
  const form = new FormData();
  form.set('file', file);
  form.set('key', key);
  for (const [fact, typed] of Object.entries(facts)) form.set(fact, typed);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/articles/upload');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onload = () => resolve(isResult(request.response) ? request.response : refused(appError('UNEXPECTED')));
    request.onerror = () => resolve(null);
    request.send(form);
  });
}

/** Our own server's answer, not the error page of something in between. */
function isResult(answer: unknown): answer is Result<{ articleId: string }> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
