import type { Frame } from '@/lib/frame/frame';
import { type ClassCount, compositionPicture, compositionSummary, partWords } from './composition-picture';
import { toClassKey } from './html-parts';
import { html, type Markup } from './markup';

/** As wide as the box of facts has room; where there is more or less, the picture grows or shrinks with it. */
const WIDTH = 316;

/** The composition bar, for a style sheet that has colours for `data-c`; null without a claim. */
export function compositionBar(counts: readonly ClassCount[], frame: Frame): Markup | null {
  const { width, height, parts } = compositionPicture(counts, { width: WIDTH, direction: frame.direction });
  if (parts.length === 0) return null;
  const all = counts.reduce((sum, { claims }) => sum + claims, 0);
  return html`<svg class="stack" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${compositionSummary(counts, frame)}">
${parts.map(
  ({ x, y, line, letter, ...part }) =>
    html`<g data-c="${toClassKey(part.sourceClass)}"><title>${partWords(part, all, frame)}</title><rect x="${x}" y="${y}" width="${part.width}" height="${part.height}"></rect><path d="${line}"></path><text x="${letter.x}" y="${letter.y}">${letter.text}</text></g>
`,
)}</svg>`;
}
