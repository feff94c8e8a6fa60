import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

export default function SourceNotFound() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-[640px] px-4.5 pt-14">
      <EmptyState as="h1" title="There is no such source on your desk." action={<LinkButton href="/sources">To the sources</LinkButton>}>
        It may have another address, or belong to another desk.
      </EmptyState>
    </main>
  );
}
