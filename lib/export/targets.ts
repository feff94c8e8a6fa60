import type { ReportModel } from '@/lib/report/model';
import { hasSection, isSection, REPORT_PARTS, type SectionId } from '@/lib/report/parts';

/** Places within a report that links lead to, by how their names begin, and the section each stands in; others are sections themselves. */
const SECTION_OF: readonly (readonly [start: string, section: SectionId])[] = [
  ['claim-', 'claims'],
  ['text-', 'text'],
  ['figure-', 'figures'],
  ['class-', 'method'],
  ['state-', 'method'],
];

/** Whether a place is in the file. Null where everything is, so that nobody need ask. */
export function targetsOf(model: Pick<ReportModel, 'choices'>): ((target: string) => boolean) | null {
  if (model.choices.parts.length === REPORT_PARTS.length) return null;
  return (target) => {
    const section = SECTION_OF.find(([start]) => target.startsWith(start))?.[1] ?? target;
    return !isSection(section) || hasSection(model, section);
  };
}

/**
 * Text of an HTML report without the links that would lead to a section that is left out. Only our own markup is looked at: quotation
 * marks of anything from outside are escaped. A badge keeps its name, as the picture it then is.
 */
export function withoutDeadLinks(html: string, isThere: (target: string) => boolean): string {
  return html.replace(/ href="#([\w-]+)"( aria-label=)?| aria-details="([\w-]+)"/gu, (whole, link, name, details) => {
    if (isThere(link ?? details)) return whole;
    return name === undefined ? '' : ` role="img"${name}`;
  });
}
