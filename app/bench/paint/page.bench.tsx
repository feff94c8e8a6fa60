import { Stand } from '@/bench/paint/stand';

/** Only in the benchmark's own build (next.config.js): an empty page that `bench -- paint` puts one painter into at a time. */
export default function PaintPage() {
  return <Stand />;
}
