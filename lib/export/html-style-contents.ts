import { html, type Markup } from './markup';

/** The style of what a report says beyond its label: the facts of its head, its contents, the checked copy, numbers. */
export const CONTENTS_STYLE: Markup = html`<style>
.head { grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr); gap: 4px 18px; margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--rule-2); font-size: 14px; line-height: 20px; }
.toc { margin-top: 20px; padding: 9px 0; border-block: 1px solid var(--rule-2); color: var(--ink-2); }
.toc ol { display: flex; flex-wrap: wrap; gap: 2px 18px; }
.toc a { display: inline-block; line-height: 24px; }
.checked > li, .lacks li, .asked > li { display: grid; grid-template-columns: 54px minmax(0, 1fr); align-items: start; }
.checked > li { padding: 12px 0; border-top: 1px solid var(--rule-2); }
.checked > li:first-child { border-top: 0; padding-top: 0; }
.checked .cls, .lacks .cls, .asked .cls { justify-self: start; margin-top: 4px; }
.checked .q, .lacks .q, .figs .q { font: 17px/27px var(--serif); overflow-wrap: anywhere; white-space: pre-line; }
.checked .q { max-width: 40em; color: var(--ink-2); }
.checked del { text-decoration: line-through 1.5px; color: var(--ink-2); }
.checked ins { text-decoration: underline 2px var(--pencil); text-underline-offset: .2em; text-decoration-skip-ink: none; background: var(--wash); color: var(--ink); padding-inline: 2px; }
.lacks { display: grid; row-gap: 22px; }
.lacks h3 { font: 600 15px/22px var(--sans); }
.lacks h3 small { font-size: 13px; font-weight: 400; color: var(--ink-2); }
.lacks ul { margin-top: 6px; }
.lacks li { padding: 5px 0; max-width: 50em; }
.figs td:nth-child(2) { width: 20%; }
.figs td:nth-child(3) { width: 44%; }
.ask { margin: 24px 0 6px; font: 600 15px/22px var(--sans); }
.asked > li { padding: 5px 0; font: 17px/27px var(--serif); max-width: 40em; white-space: pre-line; overflow-wrap: anywhere; }
@media (max-width: 620px) {
  .head { grid-template-columns: auto minmax(0, 1fr); margin-top: 26px; }
  .checked > li, .lacks li, .asked > li { grid-template-columns: 46px minmax(0, 1fr); }
  .figs td:nth-child(n+2) { grid-column: 2 / -1; grid-row: auto; width: auto; color: inherit; }
}
@media print {
  .toc { display: none; }
  .head { margin-top: 22px; padding-top: 8px; gap: 2px 14px; font-size: 10.5px; line-height: 14.5px; }
  .checked .q, .lacks .q, .figs .q, .asked > li { font-size: 13px; line-height: 20px; }
  .checked > li, .lacks li, .asked > li, .figs tr { break-inside: avoid; }
  .lacks h3, .lacks h3 + .m, .ask, .figs thead { break-after: avoid; }
  .lacks h3, .ask { font-size: 11.5px; line-height: 15px; }
  .lacks { row-gap: 12px; }
  .lacks li, .asked > li { padding: 2px 0; }
}
</style>`;
