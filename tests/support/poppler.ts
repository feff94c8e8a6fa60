import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether pdftotext and pdfinfo (poppler-utils) are on this machine: PDFs are then read by something that is not ours. */
export const POPPLER_FOUND = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** For the name of a group of tests that is skipped where there is no poppler. */
export const POPPLER = `pdftotext and pdfinfo (${POPPLER_FOUND ? 'found' : 'not found, so skipped: install poppler-utils'})`;

export function runPoppler(tool: 'pdftotext' | 'pdfinfo', options: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words of a PDF on one line, without marks of direction, which poppler adds. */
export function wordsOf(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');
}
