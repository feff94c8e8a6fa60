import type { Fetched, Progress } from '@/lib/export/requests';

/** What is said aloud: the beginning, and each quarter. */
export function quarterWords(progress: Progress | null): string {
  const quarters = progress === null ? 0 : Math.floor((progress.done / progress.total) * 4);
  return quarters === 0 ? 'The export has begun.' : `${quarters * 25} per cent are done.`;
}

/** “12.4 MB”. */
export function sizeWords({ bytes }: Progress): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** For a `progress`: without a value until something is known. */
export function barOf(progress: Progress | null): { max?: number; value?: number } {
  return progress === null ? {} : { max: progress.total, value: progress.done };
}

/** Gives a whole file to the browser to save. */
export function save({ file, name }: Fetched): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads from the address for as long as it saves, and does not say how long that is.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
