import { LinkButton } from '@/components/ui/link-button';

/** To the entries before those shown; nothing where these are the first. */
export function OlderLink({ href }: { href: string | null }) {
  return href === null ? (
    <p className="border-rule border-t pt-3 text-ink-3 text-small">That is the beginning.</p>
  ) : (
    <p className="border-rule border-t pt-3">
      <LinkButton href={href} prefetch={false}>
        Older
      </LinkButton>
    </p>
  );
}
