import type { Metadata } from 'next';
import { DeadLetters } from '@/components/mail/dead-letters';
import { MailChoiceForm } from '@/components/mail/mail-choice-form';
import { AppBar } from '@/components/shell/app-bar';
import { loadMailPage } from '@/lib/mail/loaders';

export const metadata: Metadata = { title: 'Mail' };

export default async function MailPage() {
  const { actor, on, chosen, outbox } = await loadMailPage();
  return (
    <>
      <AppBar actor={actor} />
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-[640px] gap-6 px-4.5 pt-9 pb-16">
        <header className="grid gap-2">
          <h1 className="display text-h2">Mail</h1>
          <p className="text-ink-2">
            {on
              ? 'What comes up for you within a few minutes comes in one mail, unless you have read it on the desk by then.'
              : 'Mail is not set up on this server, so nothing goes out. What you choose here holds once it is. Until then everything is on the desk, under “For you”.'}
          </p>
        </header>
        <MailChoiceForm chosen={chosen} userId={actor.userId} />
        {outbox === null ? null : <DeadLetters {...outbox} />}
      </main>
    </>
  );
}
