import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { toClassKey } from '@/lib/export/html-parts';
import { headline } from '@/lib/export/sourcing-words';
import { toCountText, toExcerpt } from '@/lib/export/wording';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';

/** The sourcing label in words: what is shown of a report where the report itself is not. */
export type LabelWords = {
  readonly title: string;
  /** “Six attributions.” “At most one origin.” */
  readonly headline: readonly [string, string];
  readonly sentences: readonly string[];
  /** The classes that occur, in their order. `key` is what the style sheet calls it. */
  readonly classes: readonly { readonly key: string; readonly letter: string; readonly label: string; readonly claims: number }[];
  readonly claims: number;
};

/** What the headline says already. */
const IN_HEADLINE: readonly string[] = ['claims', 'attributions', 'origins'];

export function toLabelWords({ article, sourcing }: ReportModel): LabelWords {
  const { label, sentences } = sourcing;
  return {
    title: article.title,
    headline: headline(label),
    sentences: sentences.filter(({ about }) => !IN_HEADLINE.includes(about)).map(sentenceText),
    classes: label.classes
      .filter(({ claimIds }) => claimIds.length > 0)
      .map(({ sourceClass, claimIds }) => ({
        key: toClassKey(sourceClass),
        letter: SOURCE_CLASS_FACTS[sourceClass].letter,
        label: SOURCE_CLASS_FACTS[sourceClass].label,
        claims: claimIds.length,
      })),
    claims: label.claimIds.length,
  };
}

/** The label as one paragraph, for a card that shows little of it. */
export function labelParagraph({ headline: [first, second], claims, sentences }: LabelWords): string {
  return toExcerpt([`${toCountText(claims, 'claim')}.`, first, second, ...sentences].join(' '), 300);
}
