import { useId } from 'react';

/** How far along a part is. Told apart by fill, not by hue: empty, hatched, half, full, struck. */
export type ProgressTone = 'open' | 'back' | 'waiting' | 'done' | 'refused';
export type ProgressPart = { readonly key: string; readonly tone: ProgressTone; readonly count: number };

/**
 * A bar of parts, each as wide as its share. Decoration only: the numbers it draws have to stand
 * beside it as text. Drawn as SVG, so that widths need no style attribute.
 */
export function ProgressBar({ parts, className = 'h-2 w-full' }: { parts: readonly ProgressPart[]; className?: string }) {
  const hatch = useId();
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <svg aria-hidden="true" className={`progress block overflow-visible ${className}`}>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.75" height="4" className="fill-ink-2" />
        </pattern>
      </defs>
      {total === 0 ? <rect width="100%" height="100%" rx="1.5" data-tone="open" /> : null}
      {parts.map(({ key, tone, count }) => {
        if (count === 0) return null;
        const x = (before / total) * 100;
        before += count;
        return <ProgressRect key={key} x={x} width={(count / total) * 100} tone={tone} hatch={hatch} />;
      })}
    </svg>
  );
}

type RectProps = { x: number; width: number; tone: ProgressTone; hatch: string };

function ProgressRect({ x, width, tone, hatch }: RectProps) {
  const place = { x: `${x}%`, width: `${width}%`, height: '100%', rx: 1.5 };
  return (
    <>
      {tone === 'back' ? <rect {...place} fill={`url(#${hatch})`} data-hatch="" /> : null}
      <rect {...place} data-tone={tone} />
      {tone === 'refused' ? <line x1={`${x}%`} x2={`${x + width}%`} y1="50%" y2="50%" /> : null}
    </>
  );
}

/** The fill alone, beside the number that it stands for. */
export function ProgressSwatch({ tone }: { tone: ProgressTone }) {
  return <ProgressBar parts={[{ key: tone, tone, count: 1 }]} className="h-2 w-2.5 flex-none" />;
}
