import type { ReportModel } from '@/lib/report/model';
import { html, type Markup } from './markup';

/** The house's sign and name above the head of the report; nothing where the desk settled none. The picture is in the file itself. */
export function houseLine({ choices: { house } }: ReportModel): Markup | null {
  if (house === undefined) return null;
  return html`<p class="house">${logo(house.logo)}<bdi lang="">${house.name}</bdi></p>`;
}

function logo(picture: NonNullable<ReportModel['choices']['house']>['logo']): Markup | null {
  if (picture === null) return null;
  const { mediaType, base64, alt, width, height } = picture;
  return html`<img src="data:${mediaType};base64,${base64}" alt="${alt}" width="${width}" height="${height}">`;
}

/** What the content security policy has to allow for it, and only then. */
export function imagePolicy({ choices: { house } }: ReportModel): string {
  return house === undefined || house.logo === null ? '' : ' img-src data:;';
}

/** A logo is made for white paper: it keeps some around it in the dark. */
export function houseStyle({ choices: { house } }: ReportModel): Markup | null {
  return house === undefined ? null : STYLE;
}

const STYLE = html`<style>
.house { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; padding-top: 20px; font: 500 17px/22px var(--serif); }
.house img { width: auto; height: auto; max-width: min(260px, 100%); max-height: 56px; }
@media screen and (prefers-color-scheme: dark) { .house img { padding: 6px; background: #fff; border-radius: 4px; } }
@media print { .house { padding-top: 0; } .house img { max-height: 40px; } }
</style>
`;
