import { SOURCE_CLASS_FACTS, type SourceClass } from '@/lib/attribution/source-type';
import { CLASS_COLOURS } from '../class-colours';

/** The colours of the printed report (html-style.ts), in hexadecimal. */
export const INK = '1d1b17';
export const INK_2 = '524e46';
export const INK_3 = '6b665c';
export const RULE = 'cdc7b8';
export const RED = 'a4161a';

type ClassLook = { readonly tint: string; readonly line: string; readonly style: LineStyle };
export type LineStyle = 'solid' | 'double' | 'thick' | 'dashed' | 'dotted' | 'wavy';

const STYLES: Readonly<Record<SourceClass, LineStyle>> = {
  record: 'solid',
  relay: 'double',
  document: 'thick',
  anonymous: 'dashed',
  unnamed: 'dotted',
  none: 'wavy',
};

export function lookOf(sourceClass: SourceClass): ClassLook & { readonly letter: string } {
  const { tint, line } = CLASS_COLOURS.light[sourceClass];
  return { tint: tint.slice(1), line: line.slice(1), style: STYLES[sourceClass], letter: SOURCE_CLASS_FACTS[sourceClass].letter };
}

/** The operands of a colour operator. */
export function rgb(hex: string): string {
  const known = OPERANDS.get(hex);
  if (known !== undefined) return known;
  const operands = [0, 2, 4].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ');
  OPERANDS.set(hex, operands);
  return operands;
}

/** Asked for with every word; there are a few dozen colours. */
const OPERANDS = new Map<string, string>();

/** The tint as it lies under words: lighter than in a badge, so that text keeps its contrast. */
export function lighter(hex: string): string {
  const mixed = [0, 2, 4].map((at) => Math.round(Number.parseInt(hex.slice(at, at + 2), 16) * 0.58 + 255 * 0.42));
  return mixed.map((part) => part.toString(16).padStart(2, '0')).join('');
}
