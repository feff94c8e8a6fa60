import { doNothing } from '@/bench/do-nothing';
import { sendWrites } from '@/lib/review/batch/actions';

/** Only in the benchmark's own build (next.config.js): a page that reaches the two actions that `bench -- save` compares. */
export default function BenchPage() {
  const compared = [doNothing, sendWrites] as unknown as readonly ((form: FormData) => Promise<void>)[];
  return compared.map((action) => <form key={action.name} action={action} />);
}
