import { useEffect, useRef } from 'react';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import { FIELD_FACTS } from '@/lib/adjudication/field';
import { wholeQuote } from '@/lib/claims/claim-words';
import { STAND_FACTS, type Stand } from './view';

type ComparisonListProps = {
  comparisons: readonly Comparison[];
  stands: readonly Stand[];
  index: number;
  onGo: (place: number) => void;
};

/** Every claim in the order of the text, with how it stands: the way round the page. */
export function ComparisonList({ comparisons, stands, index, onGo }: ComparisonListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Without braces its answer would be taken for what undoes the effect.
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <ol ref={list} className="comparisons" aria-label="All claims">
      {comparisons.map((comparison, place) => {
        const stand = stands[place] ?? 'open';
        const { sign, label } = STAND_FACTS[stand];
        return (
          <li key={comparison.key}>
            <button type="button" aria-current={place === index || undefined} data-stand={stand} onClick={() => onGo(place)}>
              <span className="sign" aria-hidden="true">
                {sign}
              </span>
              <span className="grid min-w-0">
                <span dir="auto" className="quoted truncate">
                  {wholeQuote(comparison.parents[0]?.spans ?? [])}
                </span>
                <small>
                  {label}
                  {stand === 'agreed' || stand === 'accepted' ? null : `: ${whatDiffers(comparison)}`}
                </small>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** “words, confidence”; “one marked it alone” */
export function whatDiffers({ differing, without, parents }: Comparison): string {
  const fields = differing.map((field) => FIELD_FACTS[field].label.toLowerCase().replace('?', ''));
  const alone = without.length === 0 ? [] : [parents.length === 1 ? 'marked by one alone' : 'not marked by all'];
  return [...fields, ...alone].join(', ');
}
