import type { Session } from '../session/session';
import { tell } from '../session/write-acts';
import { isFiltering, NO_FILTER } from './claim-filter';

/** Opens what the margin can be narrowed by, or closes it. */
export function openFilter(session: Session): void {
  session.patch({ tool: session.view.get().tool?.kind === 'filter' ? null : { kind: 'filter' } });
}

/** All claims again. */
export function clearFilter(session: Session): void {
  if (!isFiltering(session.view.get().filter)) {
    tell(session, 'All claims are shown already.');
    return;
  }
  session.setFilter(NO_FILTER);
  tell(session, `All ${session.view.get().claims.length} claims are shown.`);
}
