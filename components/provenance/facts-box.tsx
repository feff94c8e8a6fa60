import type { ReactNode } from 'react';
import { ClassBadge } from '@/components/ui/class-badge';
import { handWords } from '@/lib/attribution/hand';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { type ClassTally, unstatedRelays } from '@/lib/provenance/label';
import type { ArticleFacts, Sourcing } from '@/lib/provenance/sourcing';
import { type AddressOf, ClaimsLink, CountLink } from './claims-link';
import { CompositionBar } from './composition-bar';
import { countOf } from './drawn-graph';

type FactsBoxProps = { article: ArticleFacts; sourcing: Sourcing; addressOf: AddressOf };

/** The sourcing label as one box of numbers. Each leads to the claims it counts. */
export function FactsBox({ article, sourcing: { claims, rejected, label }, addressOf }: FactsBoxProps) {
  const approved = claims.filter(({ state }) => state === 'approved').length;
  const silence = unstatedRelays(label);
  return (
    <section className="facts" aria-labelledby="facts">
      <h2 id="facts">Sourcing facts</h2>
      <div className="line">
        <span>
          <ClaimsLink href={addressOf('all')}>{countOf(claims.length, 'claim')}</ClaimsLink> in {countOf(article.words, 'word')}
        </span>
        <span>
          <CountLink count={approved} href={addressOf('approved')} about={['claim', 'claims']} /> approved
        </span>
      </div>
      <div className="bar8" />
      <div className="big">
        <span>Origins, at most</span>
        <CountLink count={label.origins.atMost} href={addressOf('origins')} about={['origin and its claims', 'origins and their claims']} />
      </div>
      <Line sub label="attested as separate">
        <CountLink
          count={label.origins.attested}
          href={addressOf('attested')}
          about={['attested origin and its claims', 'attested origins and their claims']}
        />
      </Line>
      <Line sub label="attributions in the text">
        <CountLink
          count={label.attributions.length}
          href={addressOf('attributions')}
          about={['attribution and its claims', 'attributions and their claims']}
        />
      </Line>
      <div className="bar4" />
      <p className="line sub">
        <span>Claims by who is presented as speaking</span>
      </p>
      <CompositionBar classes={label.classes} />
      <ClassTable classes={label.classes} addressOf={addressOf} />
      <div className="bar4" />
      <Line label="Deepest chain">
        {label.deepest === null ? (
          <span>– nobody is named</span>
        ) : (
          <ClaimsLink href={addressOf('deepest')} about={`in ${countOf(label.deepest.claimIds.length, 'claim')}`}>
            {handWords(label.deepest.hand)}
          </ClaimsLink>
        )}
      </Line>
      <Line label="Relay not stated where it is used">
        {silence.claimIds.length === 0 ? (
          <span>{label.relays.length === 0 ? '– no relay' : '0'}</span>
        ) : (
          <span>
            <CountLink
              count={silence.silent.length}
              href={addressOf('silent')}
              about={['claim that does not name it', 'claims that do not name it']}
            />{' '}
            of{' '}
            <CountLink
              count={silence.claimIds.length}
              href={addressOf('relayed')}
              about={['claim that comes through a relay', 'claims that come through relays']}
            />
          </span>
        )}
      </Line>
      <Line label="Contradictions">
        <Contradictions claims={claims} pairs={label.contradictions} href={addressOf('contradictions')} />
      </Line>
      <p className="fine">
        A claim is counted by how the article presents who is speaking, whoever stands behind; flags look at the whole chain. Origins count
        groups of sources, never mentions; independence is unknown unless attested with a reason.
        {rejected.length === 0 ? null : (
          <>
            {' '}
            <ClaimsLink href={addressOf('rejected')}>{countOf(rejected.length, 'rejected claim')}</ClaimsLink> not counted.
          </>
        )}
      </p>
    </section>
  );
}

function Line({ label, sub = false, children }: { label: string; sub?: boolean; children: ReactNode }) {
  return (
    <div className={sub ? 'line sub' : 'line'}>
      <span>{label}</span>
      <b>{children}</b>
    </div>
  );
}

function ClassTable({ classes, addressOf }: { classes: readonly ClassTally[]; addressOf: AddressOf }) {
  return (
    <table>
      <caption className="sr-only">Claims by how the article presents who is speaking</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Claims</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {classes.map(({ sourceClass, claimIds, share }) => {
          const { letter, label } = SOURCE_CLASS_FACTS[sourceClass];
          return (
            <tr key={sourceClass} data-zero={claimIds.length === 0 || undefined}>
              <th scope="row">
                <span aria-hidden="true">
                  <ClassBadge c={sourceClass} letter={letter} label="" />
                </span>
                {label}
                <span className="spec" data-c={sourceClass} aria-hidden="true">
                  {'      '}
                </span>
              </th>
              <td>
                <CountLink
                  count={claimIds.length}
                  href={addressOf(`class-${sourceClass}`)}
                  about={[`claim: ${label}`, `claims: ${label}`]}
                />
              </td>
              <td>{share.defined ? `${Math.round(share.value * 100)}%` : <span title={share.reason}>–</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type ContradictionsProps = {
  claims: Sourcing['claims'];
  pairs: Sourcing['label']['contradictions'];
  href: string;
};

/** “≠ 3, all with C8”, where one claim is in all of them. */
function Contradictions({ claims, pairs, href }: ContradictionsProps) {
  if (pairs.length === 0) return <span>0</span>;
  const centre = pairs.length > 1 ? pairs[0]?.find((id) => pairs.every((pair) => pair.includes(id))) : undefined;
  const number = claims.find(({ id }) => id === centre)?.number;
  return (
    <>
      <span aria-hidden="true" className="text-alarm">
        ≠{' '}
      </span>
      <CountLink count={pairs.length} href={href} about={['contradiction and its claims', 'contradictions and their claims']} />
      {number === undefined ? null : `, all with C${number}`}
    </>
  );
}
