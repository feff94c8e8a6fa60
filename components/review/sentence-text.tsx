import { Fragment } from 'react';
import { type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { type SentenceSpan, shortLead, toSentences } from './sentence';

type SentenceTextProps = {
  spans: readonly SentenceSpan[];
  sourceType: SourceType;
  /** In a row: a long lead is cut, so that the claim's words are seen. */
  short?: boolean;
};

/** The claim's words, marked as in the article, in the sentences they stand in. */
export function SentenceText({ spans, sourceType, short = false }: SentenceTextProps) {
  const sentences = toSentences(spans);
  const c = toSourceClass(sourceType);
  return sentences.map((pieces, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    <Fragment key={at}>
      {at === 0 ? null : ' … '}
      {pieces.map(({ text, marked }, index) =>
        marked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <mark key={index} data-c={c}>
            {text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={index}>{short && index === 0 ? shortLead(text) : text}</Fragment>
        ),
      )}
    </Fragment>
  ));
}
