import type { Claim } from '@/lib/claims/claim';

/** Something that shows a text and its claims. Each act is done when the function returns; the next frames show it. */
export type Painter = {
  readonly mount: (place: HTMLElement, text: string) => void;
  /**
   * Takes claims as they came from a server, each painter in the form it keeps them in, with offsets and words and nothing of
   * this page in them. That is not measured; the act that is returned hands them over, and is. The text is on screen.
   */
  readonly load: (claims: readonly Claim[]) => () => void;
  readonly add: (claim: Claim) => () => void;
  readonly select: (claim: Claim) => void;
  /** What scrolls. */
  readonly scroller: () => HTMLElement;
  /** How many claims' highlights the page holds where it is scrolled to; 0 says that nothing was painted. */
  readonly painted: () => number;
};

/** The place a plain painter draws in: the annotator's own column, fonts and scrolling, without its margins. */
export function createColumn(place: HTMLElement): { readonly stage: HTMLElement; readonly column: HTMLElement } {
  const stage = document.createElement('div');
  stage.style.cssText = 'height: calc(100dvh - 44px); overflow: hidden auto; position: relative';
  const column = document.createElement('div');
  column.className = 'art blocks';
  column.style.cssText = 'width: 592px; margin: 0 auto; position: relative';
  stage.append(column);
  place.append(stage);
  return { stage, column };
}
