import type { TagValues } from '@/lib/claims/tag-values';

/** An ordinary tag on the first nine characters, with what the test wants different. */
export function aTag(different: Partial<TagValues> = {}): TagValues {
  return { spans: [{ start: 0, end: 9 }], sourceType: 'author', source: null, confidence: 'high', note: '', ...different };
}
