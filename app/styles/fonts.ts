import sans from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2';
import serif from '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2';

/** The two files that every page needs at its first paint; "optional" fonts that come later are not used on that page. */
export const FIRST_FONTS: readonly string[] = [sans, serif];
