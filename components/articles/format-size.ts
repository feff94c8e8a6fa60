/** Bytes in words: "812 bytes", "34 KB", "1.2 MB" (1 MB is 1,000,000 bytes, 1 KB is 1,000). */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.floor(bytes / 1000)} KB`;
  return `${(Math.floor(bytes / 100_000) / 10).toLocaleString('en')} MB`;
}
