import { FLAG_DEFINITIONS, FLAG_LABELS } from '@/lib/claims/flag';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { SpeakerRow } from '@/lib/provenance/who-speaks';
import type { ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportModel } from '@/lib/report/model';
import { balanceDirection } from '@/lib/text/balance-direction';
import type { Picker } from './claim-picker';
import { claimNumbers, classBadge, list, retracted } from './html-parts';
import { independence, nameMarkup } from './html-sourcing';
import { html, type Markup } from './markup';
import { METHOD, NO_ORIGINS } from './report-words';
import { INDEPENDENCE_FACTS } from './sourcing-words';
import { toNumberText } from './wording';

export function independenceLegend(): Markup {
  return html`<ul class="legend">${(['attested', 'shared', 'unknown'] as const).map((state) => html`<li>${independence({ independence: state })}</li>`)}</ul>`;
}

/** Everybody who speaks: the provenance graph as a table. */
export function* speakerTable({ sourcing }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  if (sourcing.speakers.length === 0) {
    yield html`<p>No claims.</p>`;
    return;
  }
  yield html`<div class="tblwrap"><table class="tbl speak"><thead><tr><th scope="col"><span class="vh">Class</span></th><th scope="col">Source</th><th scope="col">How the article presents it</th><th scope="col" class="r">Claims</th><th scope="col">Reach</th><th scope="col">Origin</th><th scope="col">Which</th></tr></thead><tbody>
`;
  for (const row of sourcing.speakers) yield toRow(row, pick);
  yield html`</tbody></table></div>`;
}

function toRow(row: SpeakerRow, pick: Picker): Markup {
  const { origin, reading } = row;
  const home = origin.name === null ? null : html`: <bdi lang="">${origin.name}</bdi>`;
  const reach = reading === null ? row.reach : `${row.reach}, ${reading}`;
  return html`<tr><td>${classBadge(row.sourceClass)}</td><td>${nameMarkup(row.name)}${retracted(row.source)}</td><td><span lang="" dir="auto">${row.presentation}</span></td><td class="r num">${toNumberText(row.claimIds.length)}</td><td>${reach}</td><td>${independence(origin)}${home}</td><td>${claimNumbers(pick(row.claimIds))}</td></tr>
`;
}

/** Each origin with who leans on it, why they are one, and how it is known to be apart from the others. */
export function* originList({ origins }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  if (origins.length === 0) {
    yield html`<p>${NO_ORIGINS}</p>`;
    return;
  }
  yield html`<div class="origins">`;
  for (const origin of origins) yield toOrigin(origin, pick);
  yield html`</div>`;
}

function toOrigin(origin: ReportOrigin, pick: Picker): Markup {
  const { name, sources, groups, claimIds } = origin;
  const members =
    sources.length === 0
      ? null
      : html`<p>${list(sources.map((source) => html`<bdi lang="">${source.name}</bdi>${retracted(source)}`))}</p>`;
  const reasons = groups.flatMap(({ reason, attested }) => [
    ...(reason === '' ? [] : [html`<p><b>One origin because:</b> <span lang="" dir="auto">${reason}</span></p>`]),
    ...(attested === null ? [] : [html`<p><b>Independent because:</b> <span lang="" dir="auto">${attested}</span></p>`]),
  ]);
  return html`<div><h3><bdi lang="">${name}</bdi> <small>${independence(origin)}</small></h3>${members}${reasons}<p class="nums">Claims ${claimNumbers(pick(claimIds))}</p></div>
`;
}

export function figureId(topic: LabelSentence['about'], place: number): string {
  return `figure-${place + 1}-${topic.replace('_', '-')}`;
}

/** The label in sentences, and under each the claims that it counts: where the figures at the head lead to. */
export function* figureList({ sourcing }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { sentences, label } = sourcing;
  yield html`<div class="method">
`;
  for (const [place, { about, parts }] of sentences.entries()) {
    yield html`<div id="${figureId(about, place)}"><p class="say">${parts.map(({ text }) => balanceDirection(text))}</p>${parts.flatMap(({ text, claimIds }) => (claimIds === null ? [] : html`<p class="nums">${text}: ${claimNumbers(pick(claimIds))}</p>`))}</div>
`;
  }
  for (const { flag, claimIds } of label.flags) {
    yield html`<div><p class="say"><b>${FLAG_LABELS[flag]}.</b> ${FLAG_DEFINITIONS[flag]}</p><p class="nums">${claimNumbers(pick(claimIds))}</p></div>
`;
  }
  yield html`</div>`;
}

export function independenceWords(): Markup {
  return html`<div><h3>${METHOD.origins.title}</h3><p>${METHOD.origins.words} Independence has three states: ${list(
    Object.values(INDEPENDENCE_FACTS).map(({ sign, label }) => html`<span aria-hidden="true">${sign} </span>${label}`),
  )}. It is unknown unless a person attested it with a reason, so that the number of origins is the most there can be.</p></div>
`;
}
