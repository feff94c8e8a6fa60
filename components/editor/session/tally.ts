import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { TextRange } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import type { ShownClaim } from '../outbox/overlay';
import type { ClaimsChange } from './claim-register';

/** What is known of the claims shown as a whole, kept while single ones come and go. */
export type Tally = {
  /** The highest number any claim has had while the page was open; 0 before the first. */
  readonly highest: () => number;
  readonly submittable: () => number;
  readonly classes: () => ReadonlyMap<SourceClass, number>;
  /** For each sentence, how many claims have a word of it; and how many sentences have at least one. */
  readonly covered: () => { readonly counts: ArrayLike<number>; readonly some: number };
  /** Those of them that say how they bear on others, in no order: of many claims few do. */
  readonly relating: () => ReadonlySet<ShownClaim>;
  readonly take: (change: ClaimsChange) => void;
};

type Setting = {
  readonly sentences: () => readonly TextRange[];
  readonly isSubmittable: (claim: ShownClaim) => boolean;
};

/** A change costs the claims in it. Sentences are counted from when they are first asked for, since finding them takes time. */
export function createTally({ sentences, isSubmittable }: Setting): Tally {
  let highest = 0;
  let submittable = 0;
  let classes: ReadonlyMap<SourceClass, number> = new Map(SOURCE_CLASSES.map((sourceClass) => [sourceClass, 0]));
  const all = new Set<ShownClaim>();
  const relating = new Set<ShownClaim>();
  let counts: Uint32Array | null = null;
  let some = 0;

  function cover({ spans }: ShownClaim, by: 1 | -1): void {
    if (counts === null) return;
    for (const at of sentencesUnder(sentences(), spans)) {
      const before = counts[at] as number;
      counts[at] = before + by;
      if (before === 0) some += 1;
      else if (before + by === 0) some -= 1;
    }
  }

  return {
    highest: () => highest,
    submittable: () => submittable,
    classes: () => classes,
    covered() {
      if (counts === null) {
        counts = new Uint32Array(sentences().length);
        for (const claim of all) cover(claim, 1);
      }
      return { counts, some };
    },
    relating: () => relating,
    take({ gone, come }) {
      const next = new Map(classes);
      const add = (claim: ShownClaim, by: 1 | -1) => {
        const sourceClass = toSourceClass(claim.sourceType);
        next.set(sourceClass, (next.get(sourceClass) ?? 0) + by);
        if (isSubmittable(claim)) submittable += by;
        cover(claim, by);
      };
      for (const claim of gone) {
        all.delete(claim);
        relating.delete(claim);
        add(claim, -1);
      }
      for (const claim of come) {
        all.add(claim);
        if (claim.relations.length > 0) relating.add(claim);
        add(claim, 1);
        highest = Math.max(highest, claim.number);
      }
      classes = next;
    },
  };
}

/** The sentences some words stand in, each once. */
function sentencesUnder(sentences: readonly TextRange[], spans: readonly TextRange[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of spans) {
    for (let at = sentenceAt(sentences, start) ?? 0; at < sentences.length && (sentences[at] as TextRange).start < end; at += 1) {
      if ((sentences[at] as TextRange).end > start) found.add(at);
    }
  }
  return found;
}
