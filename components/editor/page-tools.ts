// What is opened over the page, loaded apart from it. Finding is not: what is typed after its key is meant for it.
export { ApplyChain } from './apply-chain';
export { FilterChoices } from './filter/filter-choices';
export { AnnotateKeys } from './key-sheet';
export { PaletteItems } from './palette/palette-list';
export { QuoteIt } from './quote/quote-it';
