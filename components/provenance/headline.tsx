import Link from 'next/link';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { ArticleFacts } from '@/lib/provenance/sourcing';
import { type AddressOf, ClaimsLink } from './claims-link';
import { sentenceSelection } from './selections';

/** Told in the largest letters; what else there is to say follows below. The first sentence stands in the facts. */
const IN_HEADLINE: readonly LabelSentence['about'][] = ['attributions', 'origins'];
const IN_FACTS: readonly LabelSentence['about'][] = ['claims'];

type HeadlineProps = { article: ArticleFacts; sentences: readonly LabelSentence[]; addressOf: AddressOf };

/** The label in sentences, as the report tells it. */
export function Headline({ article, sentences, addressOf }: HeadlineProps) {
  const placed = sentences.map((sentence, place) => ({ sentence, place }));
  const head = placed.filter(({ sentence }) => IN_HEADLINE.includes(sentence.about));
  const rest = placed.filter(({ sentence }) => ![...IN_HEADLINE, ...IN_FACTS].includes(sentence.about));
  return (
    <header className="min-w-0">
      <p className="text-ink-2">
        On the article
        <Link href={`/articles/${article.id}`} className="cited quoted no-underline hover:underline">
          <cite dir="auto">{article.title}</cite>
        </Link>
      </p>
      <h1 className="headline">
        {head.length === 0 ? 'Nothing to tell yet.' : null}
        {head.map(({ sentence, place }) => (
          <span key={sentence.about}>
            <Sentence sentence={sentence} place={place} addressOf={addressOf} />{' '}
          </span>
        ))}
      </h1>
      {rest.length === 0 ? null : (
        <p className="stand">
          {rest.map(({ sentence, place }) => (
            <span key={place}>
              <Sentence sentence={sentence} place={place} addressOf={addressOf} />{' '}
            </span>
          ))}
        </p>
      )}
    </header>
  );
}

function Sentence({ sentence, place, addressOf }: { sentence: LabelSentence; place: number; addressOf: AddressOf }) {
  return sentence.parts.map(({ text, claimIds }, part) => {
    const key = sentenceSelection(sentence.about, place, part);
    return claimIds === null || claimIds.length === 0 ? (
      <bdi key={key}>{text}</bdi>
    ) : (
      <ClaimsLink key={key} href={addressOf(key)}>
        {text}
      </ClaimsLink>
    );
  });
}
