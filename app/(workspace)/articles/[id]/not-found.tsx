import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

export default function ArticleNotFound() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-[640px] px-4.5 pt-14">
      <EmptyState as="h1" title="There is no such article on your desk." action={<LinkButton href="/">To the desk</LinkButton>}>
        It may have another address, or belong to another desk.
      </EmptyState>
    </main>
  );
}
