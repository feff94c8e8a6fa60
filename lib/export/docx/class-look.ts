import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { ReportClaim } from '@/lib/report/model';

/**
 * The lines and tints of html-style.ts in Word's words (ECMA-376 17.18.99, ST_Underline). Word draws one line under a word,
 * so where claims overlap it is that of the claim that begins later; the comments say the rest.
 */
type ClassLook = { readonly underline: string; readonly line: string; readonly tint: string };

export const CLASS_LOOKS: Readonly<Record<SourceClass, ClassLook>> = {
  record: { underline: 'single', line: '008C66', tint: 'D9F1EA' },
  relay: { underline: 'double', line: '438BB4', tint: 'E3F2FB' },
  document: { underline: 'thick', line: '0072B2', tint: 'D8E9F3' },
  anonymous: { underline: 'dash', line: 'AF7900', tint: 'FBF1DA' },
  unnamed: { underline: 'dotted', line: 'C95800', tint: 'F8E6D9' },
  none: { underline: 'wave', line: 'AF6890', tint: 'F7EAF1' },
};

/** The character style of a class's words in the text: `ClaimAnonymous`. */
export function classStyle(sourceClass: SourceClass): string {
  return `Claim${sourceClass.charAt(0).toUpperCase()}${sourceClass.slice(1)}`;
}

export function claimStyle({ sourceType }: Pick<ReportClaim, 'sourceType'>): string {
  return classStyle(toSourceClass(sourceType));
}

export const CLASS_STYLES = SOURCE_CLASSES.map((sourceClass) => ({ id: classStyle(sourceClass), look: CLASS_LOOKS[sourceClass] }));
