import { Kbd } from '@/components/ui/kbd';
import { corroborationWords } from '@/lib/attribution/corroboration';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { ClaimQuoted } from './claim-quoted';
import { ClaimsLink } from './claims-link';
import { countOf } from './drawn-graph';
import { PANEL_HEADING } from './element-ids';
import type { ShownClaim } from './shown-claim';

/** What the panel lists: the first claims of a selection, in its parts. */
export type PanelList = {
  readonly title: string;
  readonly total: number;
  readonly parts: readonly { readonly name: string | null; readonly claims: readonly ShownClaim[]; readonly total: number }[];
  /** Lists more of them; null when all are listed. */
  readonly moreAddress: string | null;
};

type ClaimsPanelProps = {
  /** Null when the address names a list that is not here any more. */
  list: PanelList | null;
  closedAddress: string;
};

/** The claims behind a number, beside the page. */
export function ClaimsPanel({ list, closedAddress }: ClaimsPanelProps) {
  const shown = list?.parts.reduce((sum, { claims }) => sum + claims.length, 0) ?? 0;
  return (
    <aside id="claims" className="claims-panel" aria-labelledby={PANEL_HEADING} data-claims-panel="" data-screen-only="">
      <div className="panel-head">
        <div className="min-w-0">
          <h2 id={PANEL_HEADING} tabIndex={-1} dir="auto">
            {list?.title ?? 'These claims are not here any more'}
          </h2>
          {list === null ? null : <p className="text-small text-ink-3">{countOf(list.total, 'claim')}</p>}
        </div>
        <ClaimsLink href={closedAddress} className="btn s quiet">
          Close <Kbd silent>Esc</Kbd>
        </ClaimsLink>
      </div>
      {list === null ? (
        <p className="px-5 py-4 text-ink-2">
          The claims have changed since this link was made. The numbers of the page lead to those it has now.
        </p>
      ) : (
        <div className="panel-body">
          {list.parts.map(({ name, claims, total }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have one name
            <Part key={at} name={name} claims={claims} total={total} />
          ))}
          {list.moreAddress === null ? null : (
            <p className="px-5 py-4">
              <ClaimsLink href={list.moreAddress}>Show more</ClaimsLink>{' '}
              <span className="text-small text-ink-3">
                {shown.toLocaleString('en')} of {list.total.toLocaleString('en')} shown
              </span>
            </p>
          )}
        </div>
      )}
    </aside>
  );
}

function Part({ name, claims, total }: PanelList['parts'][number]) {
  return (
    <>
      {name === null ? null : (
        <h3 dir="auto">
          {name} <span className="text-ink-3">{total.toLocaleString('en')}</span>
        </h3>
      )}
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimQuoted claim={claim} />
            <p className="m">
              Strength {claim.strength}
              {claim.corroboration === null ? null : ` Behind it ${corroborationWords(claim.corroboration)}.`}{' '}
              {CLAIM_STATE_LABELS[claim.state]}.
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
