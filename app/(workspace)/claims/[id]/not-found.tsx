import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

export default function ClaimNotFound() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-[640px] px-4.5 pt-14">
      <EmptyState as="h1" title="There is no such claim on your desk." action={<LinkButton href="/">To the desk</LinkButton>}>
        It may belong to another desk, or to an article that is still being checked blind.
      </EmptyState>
    </main>
  );
}
