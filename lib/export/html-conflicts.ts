import type { Frame } from '@/lib/frame/frame';
import type { ClaimPair } from '@/lib/provenance/label';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { balanceDirection } from '@/lib/text/balance-direction';
import type { Picker } from './claim-picker';
import { claimBadge, entryId, toClassKey } from './html-parts';
import { html, type Markup } from './markup';
import {
  type Conflict,
  type Conflicting,
  conflictsOf,
  divideWords,
  type PairPicture,
  type PictureBox,
  type PictureText,
  pairBelow,
  pairBeside,
  pairSummary,
} from './pair-picture';
import { groupPairs } from './pairs';
import { outsideWords } from './sourcing-words';

/** What does not fit: contradictions drawn, then tensions, each with its claims to be followed; at the end how many relations lead out of the report. */
export function* conflicts(model: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  if (contradictions.length + tensions.length === 0 && outside === null) {
    yield html`<p>${model.frame.report.noConflicts}</p>`;
    return;
  }
  yield* groupsOf(contradictions, 'contradicts', pick, model.frame);
  yield* groupsOf(tensions, 'tension', pick, model.frame);
  if (outside !== null) yield html`<p class="out-note">${outside}</p>`;
}

function* groupsOf(pairs: readonly ClaimPair[], kind: Conflict, pick: Picker, frame: Frame): Generator<Markup, void, undefined> {
  for (const { centre, others } of groupPairs(pairs)) {
    const [middle] = pick([centre]);
    if (middle === undefined) continue;
    for (const conflict of conflictsOf({ kind, middle, others: pick(others), frame })) yield toFigure(conflict);
  }
}

/** Drawn twice, for wide and for narrow screens; the style sheet shows one of them, so one is read out. */
function toFigure(conflict: Conflicting): Markup {
  const alt = balanceDirection(pairSummary(conflict));
  return html`<figure class="pair">${toPicture(pairBeside(conflict), 'wide', alt)}${toPicture(pairBelow(conflict), 'slim', alt)}<figcaption><ul>${conflict.others.map((other) => toPair(conflict, other))}</ul></figcaption></figure>
`;
}

function toPair(conflict: Conflicting, other: ReportClaim): Markup {
  const badge = (claim: ReportClaim) => claimBadge(claim, `#${entryId(claim)}`, conflict.frame);
  const divides = divideWords(conflict, other);
  return html`<li>${badge(conflict.middle)} ${conflict.frame.layout.conflicts[conflict.kind].verb} ${badge(other)}${divides === '' ? null : html`. <span lang="" dir="auto">${divides}</span>`}</li>`;
}

function toPicture({ width, height, cards, lines, signs }: PairPicture, layout: 'wide' | 'slim', alt: string): Markup {
  const drawn = cards.map((card) => {
    const key = toClassKey(card.sourceClass);
    return html`<g data-c="${key}">${toBox(card, 'card')}${toBox(card.bar, 'bar')}${toBox(card.badge, 'badge')}${card.texts.map(toText)}</g>
`;
  });
  return html`<svg class="${layout}" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-label="${alt}">
${lines.map((line) => toBox(line, 'tie'))}${drawn}${signs.map(toText)}</svg>
`;
}

function toBox({ x, y, width, height }: PictureBox, look: string): Markup {
  return html`<rect class="${look}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"></rect>`;
}

/** `direction` makes "start" the right end. */
function toText({ text, x, y, look, at, rtl }: PictureText): Markup {
  const anchor = at === 'middle' ? html` text-anchor="middle"` : null;
  return html`<text class="t-${look}" x="${round(x)}" y="${round(y)}"${anchor}${rtl ? html` direction="rtl"` : null} lang="">${balanceDirection(text)}</text>`;
}

/** Hundredths of a pixel are more than a screen shows. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
