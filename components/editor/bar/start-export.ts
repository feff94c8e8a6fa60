import type { ChosenExport } from './long-export';

/** From how many claims on an export shows how far it is. Fewer are there before a line about them could be read. */
const LONG_FROM = 2000;

/** Whether an export of that many claims takes long enough to be watched, and perhaps stopped. */
export function isLong(claims: number): boolean {
  return claims >= LONG_FROM;
}

/** Saves an export: a long one with its progress shown, by a part of the page that is loaded for it; others as the browser does. */
export function startExport(chosen: ChosenExport, claims: number): void {
  if (!isLong(claims)) return download(chosen.href);
  import('./long-export').then(
    ({ startLongExport }) => startLongExport(chosen),
    () => download(chosen.href),
  );
}

function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
