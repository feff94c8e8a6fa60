import type { Metadata } from 'next';
import { PublicationList } from '@/components/publication/publication-list';
import { AppBar } from '@/components/shell/app-bar';
import { loadPublications } from '@/lib/publication/loaders';

export const metadata: Metadata = { title: 'Reports' };

export default async function PublicationsPage() {
  const { actor, publications } = await loadPublications();
  return (
    <>
      <AppBar actor={actor} />
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-[760px] gap-5 px-4.5 pt-9 pb-16">
        <header className="grid gap-2">
          <h1 className="display text-h2">Reports</h1>
          <p className="text-ink-2">What the desk has published, the newest first.</p>
        </header>
        <PublicationList publications={publications} />
      </main>
    </>
  );
}
