/**
 * Signs that reports use and none of the fonts has, drawn: widths and coordinates in thousandths of the size, the baseline at
 * 0 and upwards positive. `stroke` is the width of the pen for open paths, else the paths are filled.
 */
export type DrawnSign = { readonly width: number; readonly paths: readonly string[]; readonly stroke: number | null };

const CIRCLE = '590 330 m 590 463 483 570 350 570 c 217 570 110 463 110 330 c 110 197 217 90 350 90 c 483 90 590 197 590 330 c h';
const HALF = '350 570 m 217 570 110 463 110 330 c 110 197 217 90 350 90 c h';

export const DRAWN_SIGNS: Readonly<Record<string, DrawnSign>> = {
  '←': { width: 800, paths: ['740 320 m 70 320 l', '270 500 m 70 320 l 270 140 l'], stroke: 62 },
  '→': { width: 800, paths: ['60 320 m 730 320 l', '530 500 m 730 320 l 530 140 l'], stroke: 62 },
  '≠': { width: 620, paths: ['70 420 m 550 420 l', '70 230 m 550 230 l', '430 590 m 190 60 l'], stroke: 68 },
  '●': { width: 700, paths: [`${CIRCLE} f`], stroke: null },
  '○': { width: 700, paths: [CIRCLE], stroke: 50 },
  '◐': { width: 700, paths: [`${HALF} f`, CIRCLE], stroke: 50 },
};
