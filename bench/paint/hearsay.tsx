import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { AnnotateTools } from '@/components/editor/bar/annotate-tools';
import { openClaim } from '@/components/editor/session/open-acts';
import type { Session } from '@/components/editor/session/session';
import { AnnotateSession, useSession } from '@/components/editor/session/session-context';
import { createClaim } from '@/components/editor/session/write-acts';
import { AnnotateWorkspace } from '@/components/editor/workspace';
import { UNGUARDED } from '@/lib/assignments/checking';
import type { Claim } from '@/lib/claims/claim';
import { toTagValues } from '@/lib/claims/tag-values';
import type { Painter } from './painter';

/** The application's own annotation page: session, bar, workspace. `setPage` puts it into the page. */
export function createHearsay(setPage: (page: React.ReactNode) => void): Painter {
  let session: Session | null = null;
  const held = (): Session => {
    if (session === null) throw new Error('Broken rule: the page is mounted first.');
    return session;
  };
  return {
    mount(_place, text) {
      const data = {
        actor: { userId: '018f3a3e-0000-7000-8000-000000000001', name: 'Checker', deskId: 'desk', role: 'checker' as const },
        article: { id: '018f3a3e-0000-7000-8000-000000000002', title: 'Bench', deskId: 'desk' },
        revision: { id: '018f3a3e-0000-7000-8000-000000000003', number: 1, text, words: text.length / 6, sha256: 'none' },
        claims: NO_CLAIMS,
        sources: [],
        groups: [],
        checking: UNGUARDED,
      };
      flushSync(() =>
        setPage(
          <NuqsAdapter>
            <AnnotateSession data={data} since={0}>
              <header className="flex h-[44px] items-center justify-end gap-3">
                <AnnotateTools />
              </header>
              <AnnotateWorkspace />
              <Handle
                onSession={(made) => {
                  session = made;
                }}
              />
            </AnnotateSession>
          </NuqsAdapter>,
        ),
      );
    },
    load: (claims) => () => {
      const { runner } = held();
      runner.refresh(claims, runner.getSnapshot().answers);
    },
    add: (claim) => () => createClaim(held(), claim.id, toTagValues(claim)),
    select: (claim) => openClaim(held(), claim.id),
    scroller: () => document.querySelector('.stage') as HTMLElement,
    painted: () => document.querySelectorAll('mark[data-claim]').length,
  };
}

const NO_CLAIMS: readonly Claim[] = [];

function Handle({ onSession }: { onSession: (session: Session) => void }) {
  const session = useSession();
  useEffect(() => onSession(session), [session, onSession]);
  return null;
}
