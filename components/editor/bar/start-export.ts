import { canWarn, type ExportFormat } from '@/lib/export/formats';
import type { ChosenExport } from './long-export';

/** From how many claims on an export shows how far it is. Fewer are there before a line about them could be read. */
const LONG_FROM = 2000;

/** Whether an export of that many claims takes long enough to be watched, and perhaps stopped, or may come with a word about it. */
export function isWatched(claims: number, format: ExportFormat): boolean {
  return claims >= LONG_FROM || canWarn(format);
}

/** Saves an export: one that is watched with its progress shown, by a part of the page that is loaded for it; others as the browser does. */
export function startExport(chosen: ChosenExport, claims: number): void {
  if (!isWatched(claims, chosen.format)) return download(chosen.href);
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
