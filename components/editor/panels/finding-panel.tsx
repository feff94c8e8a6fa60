import { useState } from 'react';
import { checkDetails } from '@/lib/claims/check-details';
import { checkCredibility } from '@/lib/claims/credibility';
import type { Evidence } from '@/lib/claims/evidence';
import {
  ATTRIBUTION_CHECK_LABELS,
  ATTRIBUTION_CHECKS,
  CONTENT_CHECK_LABELS,
  CONTENT_CHECKS,
  CREDIBILITIES,
  CREDIBILITY_LABELS,
  type Finding,
  LIKELIHOOD_FACTS,
  LIKELIHOODS,
  RATIONALE_MAX,
} from '@/lib/claims/finding';
import { ChoiceField, LongField, optionsOf } from '../fields';
import type { ShownClaim } from '../outbox/overlay';
import { useSession, useView } from '../session/session-context';
import { changeClaim } from '../session/write-acts';
import { EvidenceField } from './evidence-field';
import { PanelFrame } from './panel-frame';
import { usePanel } from './use-panel';

const NONE = 'none';
const ATTRIBUTION = optionsOf(ATTRIBUTION_CHECKS, (check) => ATTRIBUTION_CHECK_LABELS[check]);
const CONTENT = optionsOf(CONTENT_CHECKS, (check) => CONTENT_CHECK_LABELS[check]);
const CREDIBILITY = [
  { value: NONE, label: 'Not graded' },
  ...CREDIBILITIES.map((grade) => ({ value: String(grade), label: `${grade} ${CREDIBILITY_LABELS[grade]}` })),
];
const LIKELIHOOD = [
  { value: NONE, label: 'Not said' },
  ...optionsOf(LIKELIHOODS, (term) => {
    const { label, from, to } = LIKELIHOOD_FACTS[term];
    return `${label}, ${from}–${to} %`;
  }),
];

/** What stands in the way of saving; `at` is the piece of evidence it is about, counted from 0. */
type Fault = { readonly at: number | null; readonly message: string };

/** What checking came to: did the source say it, is it so, on what evidence. */
export function FindingPanel({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const { claims } = useView();
  const { finding: begun, evidence: given } = claim;
  const { draft, change, done } = usePanel(claim, 'finding', { finding: begun, evidence: given });
  const [fault, setFault] = useState<Fault | null>(null);
  const { finding = begun, evidence = given } = draft;

  function take(different: Partial<Finding>): void {
    setFault(null);
    change({ finding: { ...finding, ...different } });
  }

  function findFault(): Fault | null {
    const wrong = checkDetails({ finding, evidence });
    if (wrong !== null) return { ...wrong, message: wrong.at === null ? wrong.message : `Evidence ${wrong.at + 1}: ${wrong.message}` };
    const supported = claims.map((one) => (one.id === claim.id ? { ...one, evidence } : one));
    const message = checkCredibility(finding.credibility, claim.id, { claims: supported, groups: session.data.groups });
    return message === null ? null : { at: null, message };
  }

  function save(): void {
    const found = findFault();
    setFault(found);
    if (found !== null) return;
    done();
    changeClaim(session, claim, { details: { finding, evidence } }, draft.base);
  }

  return (
    <PanelFrame claim={claim} title="Finding" onSave={save}>
      <Checks finding={finding} onChange={take} />
      <EvidenceField
        evidence={evidence}
        groups={session.data.groups}
        faultAt={fault?.at ?? null}
        onChange={(next: readonly Evidence[]) => {
          setFault(null);
          change({ evidence: next });
        }}
      />
      <p className="form-error panel-fault" aria-live="polite">
        {fault?.message ?? ''}
      </p>
    </PanelFrame>
  );
}

function Checks({ finding, onChange }: { finding: Finding; onChange: (different: Partial<Finding>) => void }) {
  return (
    <div className="panel-fields">
      <ChoiceField
        first
        label="Did they say it?"
        value={finding.attributionCheck}
        options={ATTRIBUTION}
        onChange={(attributionCheck) => onChange({ attributionCheck })}
      />
      <ChoiceField
        label="Is it so?"
        value={finding.contentCheck}
        options={CONTENT}
        onChange={(contentCheck) => onChange({ contentCheck })}
      />
      <ChoiceField
        label="Credibility"
        value={String(finding.credibility ?? NONE)}
        options={CREDIBILITY}
        onChange={(value) => onChange({ credibility: CREDIBILITIES.find((grade) => String(grade) === value) ?? null })}
      />
      <LongField label="Why" value={finding.rationale} max={RATIONALE_MAX} onChange={(rationale) => onChange({ rationale })} />
      <LongField label="Should say" value={finding.correction} max={RATIONALE_MAX} onChange={(correction) => onChange({ correction })} />
      <LongField label="To the author" value={finding.question} max={RATIONALE_MAX} onChange={(question) => onChange({ question })} />
      <fieldset className="likelihood">
        <legend className="label">How likely it is</legend>
        <ChoiceField
          label="Likelihood"
          value={finding.likelihood ?? NONE}
          options={LIKELIHOOD}
          onChange={(value) => onChange({ likelihood: LIKELIHOODS.find((term) => term === value) ?? null })}
        />
        <p className="definition">Only where it can be said. How sure you are is the claim’s confidence, and is another matter.</p>
      </fieldset>
    </div>
  );
}
