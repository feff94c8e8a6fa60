import type { ReactNode } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** The address that lists the claims of a selection. */
export type AddressOf = (selection: string) => string;

type ClaimsLinkProps = {
  href: string;
  children: ReactNode;
  /** Read out after what is shown, where a number alone would not say what it counts. */
  about?: string | undefined;
  className?: string | undefined;
};

/**
 * A number that opens its claims. An ordinary link, which the frame (sourcing-frame.tsx) follows without leaving the
 * page: a page has thousands of them, and each as a component of the browser's would have to wake up first.
 */
export function ClaimsLink({ href, children, about, className }: ClaimsLinkProps) {
  return (
    <a href={href} data-claims="" className={className}>
      {children}
      {about === undefined ? null : <VisuallyHidden> {about}</VisuallyHidden>}
    </a>
  );
}

type CountLinkProps = {
  count: number;
  href: string;
  /** What is counted, for whoever hears the number alone: of one and of more, “claim” and “claims”. */
  about: readonly [one: string, more: string];
};

/** The same for a count that may be none: nothing to open is no link. */
export function CountLink({ count, href, about: [one, more] }: CountLinkProps) {
  const words = count.toLocaleString('en');
  if (count === 0) return <span>{words}</span>;
  return (
    <ClaimsLink href={href} about={count === 1 ? one : more}>
      {words}
    </ClaimsLink>
  );
}
