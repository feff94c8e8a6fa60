import type { Metadata } from 'next';
import { ADJUDICATE, ADJUDICATE_TABLE } from '@/components/adjudication/adjudicate-keys';
import { ANNOTATE, ANNOTATE_TABLE } from '@/components/editor/keymap';
import { KeysScreen } from '@/components/keys/keys-screen';
import { REVIEW, REVIEW_TABLE } from '@/components/review/review-keys';
import { AppBar } from '@/components/shell/app-bar';
import { loadMyKeys } from '@/lib/people/loaders';
import { can } from '@/lib/permissions/permissions';

export const metadata: Metadata = { title: 'Keys' };

export default async function KeysPage() {
  const actor = await loadMyKeys();
  const pages = [
    { page: ANNOTATE, title: 'Annotating', table: ANNOTATE_TABLE },
    ...(can(actor, 'queue.view', { deskId: actor.deskId })
      ? [
          { page: REVIEW, title: 'Review', table: REVIEW_TABLE },
          { page: ADJUDICATE, title: 'Adjudicating', table: ADJUDICATE_TABLE },
        ]
      : []),
  ];
  return (
    <>
      <AppBar actor={actor} />
      <main id="main" tabIndex={-1}>
        <KeysScreen pages={pages} />
      </main>
    </>
  );
}
