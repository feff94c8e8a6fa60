/** First in the tab order; shows itself only when it has focus. The target needs `tabIndex={-1}`. */
export function SkipLink({ to = '#main', children = 'Skip to the main part' }: { to?: string; children?: string }) {
  return (
    <a href={to} className="btn primary sr-only left-2 top-1.5 z-50 focus:not-sr-only focus:fixed focus:h-[30px] focus:px-2.5">
      {children}
    </a>
  );
}
