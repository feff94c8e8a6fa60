import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { ReportClaim } from '@/lib/report/model';
import { CLASS_COLOURS } from '../class-colours';

/**
 * The lines and tints of html-style.ts in Word's words (ECMA-376 17.18.99, ST_Underline). Word draws one line under a word,
 * so where claims overlap it is that of the claim that begins later; the comments say the rest.
 */
type ClassLook = { readonly underline: string; readonly line: string; readonly tint: string };

const UNDERLINES: Readonly<Record<SourceClass, string>> = {
  record: 'single',
  relay: 'double',
  document: 'thick',
  anonymous: 'dash',
  unnamed: 'dotted',
  none: 'wave',
};

/** Shades of Word's, lighter than the tint of a badge: words stand on them. */
const SHADES: Readonly<Record<SourceClass, string>> = {
  record: 'D9F1EA',
  relay: 'E3F2FB',
  document: 'D8E9F3',
  anonymous: 'FBF1DA',
  unnamed: 'F8E6D9',
  none: 'F7EAF1',
};

export function lookOf(sourceClass: SourceClass): ClassLook {
  const line = CLASS_COLOURS.light[sourceClass].line.slice(1).toUpperCase();
  return { underline: UNDERLINES[sourceClass], line, tint: SHADES[sourceClass] };
}

/** The tint of a badge, for pictures. */
export function tintOf(sourceClass: SourceClass): string {
  return CLASS_COLOURS.light[sourceClass].tint.slice(1).toUpperCase();
}

/** The character style of a class's words in the text: `ClaimAnonymous`. */
export function classStyle(sourceClass: SourceClass): string {
  return `Claim${sourceClass.charAt(0).toUpperCase()}${sourceClass.slice(1)}`;
}

export function claimStyle({ sourceType }: Pick<ReportClaim, 'sourceType'>): string {
  return classStyle(toSourceClass(sourceType));
}

export const CLASS_STYLES = SOURCE_CLASSES.map((sourceClass) => ({ id: classStyle(sourceClass), look: lookOf(sourceClass) }));
