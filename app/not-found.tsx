import { Standalone } from '@/components/shell/standalone';
import { LinkButton } from '@/components/ui/link-button';
import { APP_ERRORS } from '@/lib/kernel/app-error';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Standalone
      title="Not found"
      actions={
        <LinkButton href="/" tone="primary">
          To the desk
        </LinkButton>
      }
    >
      <p>{APP_ERRORS.NOT_FOUND.message}</p>
    </Standalone>
  );
}
