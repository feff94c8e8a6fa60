type PipsProps = {
  filled: number;
  of?: number;
  /** Read out; omit it where the word stands beside the dots. */
  label?: string | undefined;
  /** Upright inside a verse number, in a row elsewhere. */
  upright?: boolean;
};

export function Pips({ filled, of = 3, label, upright = false }: PipsProps) {
  return (
    <span
      className={upright ? 'pips' : 'pips h'}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the dots are their places
        <i key={index} className={index < filled ? undefined : 'o'} />
      ))}
    </span>
  );
}
