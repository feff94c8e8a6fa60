// What is opened over the queue now and then, loaded apart from the page (review-screen.tsx).
export { ReviewKeys } from './key-sheet';
export { ReviewPalette } from './review-palette';
