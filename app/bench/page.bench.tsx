import { doNothing } from '@/bench/do-nothing';
import { createClaim } from '@/lib/claims/actions';

/** Only in the benchmark's own build (next.config.js): a page that reaches the two actions that `bench -- save` compares. */
export default function BenchPage() {
  const compared = [doNothing, createClaim] as unknown as readonly ((form: FormData) => Promise<void>)[];
  return compared.map((action) => <form key={action.name} action={action} />);
}
