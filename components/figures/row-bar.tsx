/** A bar in a row of a table, `share` of the longest. Decoration: the number stands beside it. `c` is a class, for its tint and line. */
export function RowBar({ share, c }: { share: number; c?: string }) {
  return (
    <svg aria-hidden="true" className="fig-bar" data-c={c}>
      {share === 0 ? null : <rect x="0" y="1" height="12" width={`${Math.max(0.5, share * 100)}%`} />}
    </svg>
  );
}
