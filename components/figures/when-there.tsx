import { type ReactNode, Suspense } from 'react';
import type { AskedWork, Progress } from '@/lib/agreement/kept-work';

type WhenThereProps<Value> = {
  work: AskedWork<Value>;
  /** What stands there meanwhile; null before there is anything to tell. */
  waiting: (progress: Progress | null) => ReactNode;
  children: (value: Value) => ReactNode;
};

/** The result of long work as soon as it is there, and until then how far it is: the page itself goes on being sent. */
export function WhenThere<Value>(props: WhenThereProps<Value>) {
  return (
    <Suspense fallback={props.waiting(null)}>
      <Looked {...props} />
    </Suspense>
  );
}

async function Looked<Value>({ work, waiting, children }: WhenThereProps<Value>) {
  const seen = await work.look();
  if (seen.there) return children(seen.value);
  return (
    <Suspense fallback={waiting(seen.progress)}>
      <Looked work={work} waiting={waiting}>
        {children}
      </Looked>
    </Suspense>
  );
}
