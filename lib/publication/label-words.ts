import { SOURCE_CLASS_FACTS, SOURCE_CLASSES } from '@/lib/attribution/source-type';
import type { ClassCount } from '@/lib/export/composition-picture';
import { toClassKey } from '@/lib/export/html-parts';
import { headline } from '@/lib/export/sourcing-words';
import { toExcerpt } from '@/lib/export/wording';
import type { Frame } from '@/lib/frame/frame';
import { frameOfKept } from '@/lib/frame/frames';
import { OWN_LANGUAGE } from '@/lib/frame/languages';
import { saidText } from '@/lib/frame/said';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';

/** The sourcing label in words: what is shown of a report where the report itself is not. */
export type LabelWords = {
  /** Of the frame that it is told in; English when absent. Not every language that is kept need be known still. */
  readonly language?: string | undefined;
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

export function toLabelWords({ article, sourcing, frame }: ReportModel): LabelWords {
  const { label, sentences } = sourcing;
  return {
    ...(frame.language === OWN_LANGUAGE ? {} : { language: frame.language }),
    title: article.title,
    headline: headline(label, frame),
    sentences: sentences.filter(({ about }) => !IN_HEADLINE.includes(about)).map(sentenceText),
    classes: label.classes
      .filter(({ claimIds }) => claimIds.length > 0)
      .map(({ sourceClass, claimIds }) => ({
        key: toClassKey(sourceClass),
        letter: SOURCE_CLASS_FACTS[sourceClass].letter,
        label: frame.attribution.classes[sourceClass],
        claims: claimIds.length,
      })),
    claims: label.claimIds.length,
  };
}

/** How many claims there are of each class: of those that are known by now, whatever was kept. */
export function toLabelCounts({ classes }: LabelWords): readonly ClassCount[] {
  return classes.flatMap(({ key, claims }) => {
    const sourceClass = SOURCE_CLASSES.find((each) => toClassKey(each) === key);
    return sourceClass === undefined ? [] : [{ sourceClass, claims }];
  });
}

/** The label as one paragraph, for a card that shows little of it. */
export function labelParagraph(label: LabelWords, frame: Frame = frameOfKept(label.language)): string {
  const {
    headline: [first, second],
    claims,
    sentences,
  } = label;
  return toExcerpt([saidText(frame.provenance.label.claims(claims)), first, second, ...sentences].join(' '), 300);
}
