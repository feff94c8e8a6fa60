// What is opened over the page or at its foot, loaded apart from it (workspace.tsx, status-foot.tsx).
export { ApplyChain } from './apply-chain';
export { FilterChoices } from './filter/filter-choices';
export { FindLine } from './find/find-line';
export { AnnotateKeys } from './key-sheet';
export { PaletteItems } from './palette/palette-list';
export { QuoteIt } from './quote/quote-it';
