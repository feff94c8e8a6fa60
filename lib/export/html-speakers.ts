import type { Frame } from '@/lib/frame/frame';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { SpeakerRow } from '@/lib/provenance/who-speaks';
import type { ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportModel } from '@/lib/report/model';
import { balanceDirection } from '@/lib/text/balance-direction';
import type { Picker } from './claim-picker';
import { claimNumbers, classBadge, list, retracted } from './html-parts';
import { independence, nameMarkup } from './html-sourcing';
import { html, type Markup } from './markup';
import { INDEPENDENCE_SIGNS, reachText } from './sourcing-words';

const INDEPENDENCES = ['attested', 'shared', 'unknown'] as const;

export function independenceLegend(frame: Frame): Markup {
  return html`<ul class="legend">${INDEPENDENCES.map((state) => html`<li>${independence({ independence: state }, frame)}</li>`)}</ul>`;
}

/** Everybody who speaks: the provenance graph as a table. */
export function* speakerTable({ sourcing, frame }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  if (sourcing.speakers.length === 0) {
    yield html`<p>${frame.report.noClaims}</p>`;
    return;
  }
  const heads = frame.report.speakerColumns.map((head, at) => html`<th scope="col"${at === 2 ? html` class="r"` : null}>${head}</th>`);
  yield html`<div class="tblwrap"><table class="tbl speak"><thead><tr><th scope="col"><span class="vh">${frame.layout.columns.class}</span></th>${heads}</tr></thead><tbody>
`;
  for (const row of sourcing.speakers) yield toRow(row, pick, frame);
  yield html`</tbody></table></div>`;
}

function toRow(row: SpeakerRow, pick: Picker, frame: Frame): Markup {
  const { origin } = row;
  const home = origin.name === null ? null : html`: <bdi lang="">${origin.name}</bdi>`;
  return html`<tr><td>${classBadge(row.sourceClass)}</td><td>${nameMarkup(row.name, frame)}${retracted(row.source, frame)}</td><td><span lang="" dir="auto">${row.presentation}</span></td><td class="r num">${frame.counts.number(row.claimIds.length)}</td><td>${reachText(row)}</td><td>${independence(origin, frame)}${home}</td><td>${claimNumbers(pick(row.claimIds))}</td></tr>
`;
}

/** Each origin with who leans on it, why they are one, and how it is known to be apart from the others. */
export function* originList({ origins, frame }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  if (origins.length === 0) {
    yield html`<p>${frame.report.noOrigins}</p>`;
    return;
  }
  yield html`<div class="origins">`;
  for (const origin of origins) yield toOrigin(origin, pick, frame);
  yield html`</div>`;
}

function toOrigin(origin: ReportOrigin, pick: Picker, frame: Frame): Markup {
  const { terms } = frame.layout;
  const { name, sources, groups, claimIds } = origin;
  const members =
    sources.length === 0
      ? null
      : html`<p>${list(
          sources.map((source) => html`<bdi lang="">${source.name}</bdi>${retracted(source, frame)}`),
          frame,
        )}</p>`;
  const reasons = groups.flatMap(({ reason, attested }) => [
    ...(reason === '' ? [] : [html`<p><b>${terms.oneOrigin}:</b> <span lang="" dir="auto">${reason}</span></p>`]),
    ...(attested === null ? [] : [html`<p><b>${terms.independent}:</b> <span lang="" dir="auto">${attested}</span></p>`]),
  ]);
  return html`<div><h3><bdi lang="">${name}</bdi> <small>${independence(origin, frame)}</small></h3>${members}${reasons}<p class="nums">${terms.claims} ${claimNumbers(pick(claimIds))}</p></div>
`;
}

export function figureId(topic: LabelSentence['about'], place: number): string {
  return `figure-${place + 1}-${topic.replace('_', '-')}`;
}

/** The label in sentences, and under each the claims that it counts: where the figures at the head lead to. */
export function* figureList({ sourcing, frame }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { sentences, label } = sourcing;
  yield html`<div class="method">
`;
  for (const [place, { about, parts }] of sentences.entries()) {
    yield html`<div id="${figureId(about, place)}"><p class="say">${parts.map(({ text }) => balanceDirection(text))}</p>${parts.flatMap(({ text, claimIds }) => (claimIds === null ? [] : html`<p class="nums">${text}: ${claimNumbers(pick(claimIds))}</p>`))}</div>
`;
  }
  for (const { flag, claimIds } of label.flags) {
    yield html`<div><p class="say"><b>${frame.claims.flags[flag]}.</b> ${frame.definitions.flags[flag]}</p><p class="nums">${claimNumbers(pick(claimIds))}</p></div>
`;
  }
  yield html`</div>`;
}

export function independenceWords(frame: Frame): Markup {
  const { method, threeStates, independence: words } = frame.report;
  const states = INDEPENDENCES.map((state) => html`<span aria-hidden="true">${INDEPENDENCE_SIGNS[state]} </span>${words[state]}`);
  return html`<div><h3>${method.origins.title}</h3><p>${method.origins.words}${threeStates.before}${list(states, frame)}${threeStates.after}</p></div>
`;
}
