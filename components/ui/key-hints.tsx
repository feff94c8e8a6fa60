import { Kbd } from './kbd';

export type KeyHint = { readonly keys: readonly string[]; readonly does: string };

/** Keys with the act each one does, in the order of use: the status line, a card's foot. */
export function KeyHints({ hints, label = 'Keys' }: { hints: readonly KeyHint[]; label?: string }) {
  return (
    <ul aria-label={label} className="flex flex-wrap items-center gap-x-4.5 gap-y-1">
      {hints.map(({ keys, does }) => (
        <li key={does} className="keys">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </li>
      ))}
    </ul>
  );
}
