import type { Frame } from '@/lib/frame/frame';
import { OWN_LANGUAGE } from '@/lib/frame/languages';
import { html, type Markup } from './markup';

/**
 * What the styles say of English, said otherwise for the languages that need it: of left and right, where words run from right to left, and how
 * wide the column of terms is. Only in their pages: English ones stay as they are, byte for byte.
 */
export function frameStyle({ language, direction }: Frame): Markup | null {
  return language === OWN_LANGUAGE ? null : html`${LONG_TERMS}${direction === 'rtl' ? RIGHT_TO_LEFT : null}`;
}

/** “Glaubhaftigkeit”, “Zuletzt bearbeitet”: what is longer still goes on below. */
const LONG_TERMS = html`
<style>
.pairs { grid-template-columns: 116px minmax(0, 1fr); }
.pairs dt { padding-inline-end: 8px; overflow-wrap: anywhere; hyphens: auto; }
@media print { .pairs { grid-template-columns: 84px minmax(0, 1fr); } }
</style>`;

const RIGHT_TO_LEFT = html`
<style>
.facts td, .facts th, .ways caption, .ways th, .ways td, .tbl th, .versus .neq { text-align: start; }
.facts td:nth-child(4), .facts td:nth-child(5), .ways .r, .tbl .r, .masthead > :last-child { text-align: end; }
.ways th, .ways td { padding: 5px 0 5px 16px; }
.tbl th { padding: 0 0 7px 18px; }
.tbl td { padding-inline: 0 18px; }
.facts .sub { padding: 0 14px 0 0; }
.pips.h { margin: 0 0 0 6px; }
.legend .pips.h { margin: 0; }
.cap .sw { margin: 0 0 0 7px; }
.origins h3 small { margin: 0 6px 0 0; }
.tbl td:first-child .cls + .cls { margin: 0 4px 0 0; }
.published ul { margin: 3px 18px 0 0; }
@media screen and (min-width: 1041px) { .claims > li > dl { margin: 0 40px 0 0; } }
@media print { .claims > li > dl { margin: 0 26px 0 0; } }
</style>`;
