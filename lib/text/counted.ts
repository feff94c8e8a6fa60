/** `1 claim`, `1,200 claims`: a count as interfaces write it, with English digit groups everywhere. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
