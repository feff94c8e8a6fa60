import Link from 'next/link';
import { WORDMARK_LINK } from '@/components/shell/wordmark';
import { SkipLink } from '@/components/ui/skip-link';
import { ThemeToggle } from '@/components/ui/theme-toggle';
import { Controls } from './controls';
import { Data } from './data';
import { Fields } from './fields';
import { Marks } from './marks';
import { Overlays } from './overlays';
import { Type } from './type';

export default function DesignPage() {
  return (
    <>
      <SkipLink />
      <header className="flex h-[var(--bar-h)] items-center gap-4 border-rule border-b px-4.5">
        <Link {...WORDMARK_LINK} />
        <span className="text-ink-2">every primitive, every state</span>
        <div className="ml-auto">
          <ThemeToggle />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-[1100px] gap-12 px-4.5 py-8">
        <h1 className="display text-h1">Design</h1>
        <Type />
        <Marks />
        <Controls />
        <Fields />
        <Data />
        <Overlays />
      </main>
    </>
  );
}
