import { createRandom } from '@/lib/agreement/random';
import { toBlocks } from '@/lib/anchoring/blocks';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { plainDetails } from '@/lib/claims/details/details';
import { toTextRange } from '@/lib/text/offset';

/** What every painter is given: the same text and the same claims, made of nothing but their sizes. */
export const SIZES = { words100000: { words: 100_000, claims: 10_000 }, words20000: { words: 20_000, claims: 2_000 } } as const;

const WORDS =
  'the mayor of Wells said on Monday that a bridge would close in May and nobody else was asked about it however sources close to the council later told reporters they had seen no such plan according to documents reviewed by this newspaper officials declined to comment'.split(
    ' ',
  );
const TYPES: readonly SourceType[] = [
  'named_person',
  'news_organization',
  'document',
  'anonymous_source',
  'unnamed_group',
  'author',
  'impersonal',
];

export function makeText(words: number): string {
  const random = createRandom(words);
  const paragraphs = ['A bridge, a mayor and what the sources say'];
  for (let made = 0; made < words; ) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
      const length = 6 + Math.floor(random() * 20);
      made += length;
      const sentence = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
      return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
    });
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs.join('\n\n');
}

/** Claims of three to forty words, spread evenly, so that many lie over others; in text order. Paragraphs hold them. */
export function makeClaims(text: string, count: number): readonly Claim[] {
  const random = createRandom(count);
  const blocks = toBlocks(text);
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  let block = 0;
  return Array.from({ length: count }, (_, at) => {
    const word = Math.min(starts.length - 4, Math.floor(((at + random() * 0.9) / count) * starts.length) + 8);
    const start = starts[word] as number;
    while (block < blocks.length - 1 && (blocks[block]?.end ?? 0) <= start) block += 1;
    const limit = blocks[block]?.end ?? text.length;
    const last = starts[word + 3 + Math.floor(random() ** 2 * 37)] ?? text.length;
    return makeClaim(at + 1, text, start, Math.min(limit, Math.max(start + 4, last - 1)));
  });
}

const PERSON = { id: '018f3a3e-0000-7000-8000-000000000001', name: 'Checker' };
const AT = new Date('2026-01-01T00:00:00.000Z');

export function makeClaim(number: number, text: string, start: number, end: number): Claim {
  const sourceType = TYPES[number % TYPES.length] as SourceType;
  return {
    ...plainDetails({ sourceType, source: null }),
    id: `018f3a3e-0000-7000-8000-1${String(number).padStart(11, '0')}`,
    deskId: 'desk',
    articleId: 'article',
    revisionId: 'revision',
    number,
    spans: [{ ...toTextRange(start, end), quote: text.slice(start, end), before: '', after: '' }],
    sourceType,
    source: null,
    confidence: (['low', 'moderate', 'high'] as const)[number % 3] ?? 'low',
    note: '',
    state: 'draft',
    version: 1,
    createdBy: PERSON,
    lastEditedBy: PERSON,
    createdAt: AT,
    updatedAt: AT,
    submittedAt: null,
    reason: null,
  };
}
