import type { Progress } from '@/lib/agreement/kept-work';
import { counted } from '@/lib/text/counted';

/** In the place of figures that are being worked out, the first time that somebody asks for them. */
export function Comparing({ progress, what = 'what checkers made' }: { progress: Progress | null; what?: string }) {
  return (
    <p role="status" className="fig-stand">
      {comparingWords(progress, what)}
    </p>
  );
}

function comparingWords(progress: Progress | null, what: string): string {
  if (progress === null) return `Comparing ${what}…`;
  const { done, of } = progress;
  if (done >= of) return 'All articles are compared. Working out how far the figures could be off…';
  return `Comparing ${what}: ${done.toLocaleString('en')} of ${counted(of, 'article')}…`;
}
