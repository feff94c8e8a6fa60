import { unzipSync } from 'fflate';

/** An exported file as text to look for words in: of an archive, every part after its name. */
export function toReadable(file: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (file[0] !== 0x50 || file[1] !== 0x4b) return decoder.decode(file);
  return Object.entries(unzipSync(file))
    .map(([path, part]) => `${path}\n${decoder.decode(part)}\n`)
    .join('\n');
}
