/** Finds what is said in figures. Only what is certain from the characters: a figure that is missed costs less than a list nobody believes. */

const CURRENCY = String.raw`(?:\p{L}{0,3}\p{Sc}|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|UAH|Rs\.?)(?=[\p{Nd}\p{Zs}]))`;
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const MAGNITUDE = '(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?)';
const SHARE = String.raw`(?:[%٪‰％﹪]|per ?cent\b|percentage points?\b)`;

/** Digits of one number, one date, one time or one range: what joins them is never at an edge, and no white space that a line can break at. */
const DIGITS = String.raw`\p{Nd}+(?:[.,'’٫٬:/\u00a0\u202f\u2009–-]\p{Nd}+)*[¼-¾⅐-⅞]?|[¼-¾⅐-⅞]`;

/** Not the “19” of COVID-19 and the “7” of G7: those are names. “mid-2014” is none. Scripts without capitals write no space before a figure. */
const NO_NAME = String.raw`(?<![\p{Lu}\p{Ll}\p{Nd}])(?<!(?<![\p{L}\p{Nd}])(?!Mid|Pre|Post|Sub|Over)\p{Lu}[\p{L}\p{Nd}]{0,30}[-‑])`;

const BY_DIGITS = new RegExp(
  [
    String.raw`${NO_NAME}\p{Nd}{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \p{Nd}{4})?`,
    String.raw`${MONTH} \p{Nd}{1,4}(?:st|nd|rd|th)?(?:, \p{Nd}{4})?(?![\p{Nd}.,:]\p{Nd})`,
    String.raw`(?:(?<![\p{L}\p{N}])${CURRENCY}\p{Zs}?|(?<![\p{L}\p{N}\p{P}])[-−]|${NO_NAME})(?:${DIGITS})(?:[\p{Lu}\p{Ll}]{1,3}(?![\p{L}\p{Nd}]))?(?:\p{Zs}?(?:${SHARE}|${MAGNITUDE}(?![\p{L}\p{Nd}])|\p{Sc}))*`,
  ].join('|'),
  'gu',
);

const NUMBER = `(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|tens|${MAGNITUDE})`;

/** “one” and “second” are mostly no figures: “one” counts beside another number only. */
const BY_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:half )?an? (?=${MAGNITUDE})|one[ -](?=${MAGNITUDE}))?${NUMBER}(?:(?:[ -]| of |(?<=hundred|thousand|million|billion) and )(?:one(?! of)|${NUMBER}))*(?:-(?:third|quarter|fifth|tenth)s?)?(?: ${SHARE})?(?![\p{L}\p{N}])`,
  'giu',
);

type Found = { readonly at: number; readonly text: string };

/**
 * The figures that `text` holds, in its order, as they stand there: digits of any script with their currency, per cent,
 * magnitude or month, and with `words` English number words. Linear in the text.
 *
 *     figuresOf('Twelve of 1,500 ships, or 0.8 %, by 1 May 2022', { words: true })  ->  Twelve; 1,500; 0.8 %; 1 May 2022
 */
export function figuresOf(text: string, { words }: { readonly words: boolean }): readonly string[] {
  const found: Found[] = [...find(text, BY_DIGITS), ...(words ? find(text, BY_WORDS) : [])].sort((a, b) => a.at - b.at);
  let end = 0;
  return found.flatMap(({ at, text: figure }) => {
    if (at < end) return [];
    end = at + figure.length;
    return figure;
  });
}

function find(text: string, pattern: RegExp): readonly Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, text: match[0] }));
}

/** How much of a text is looked at to tell its language, in UTF-16 units, and how many words there may be to one “the”. */
const LOOKED_AT = 20_000;
const WORDS_TO_A_THE = 60;

/** Whether a text is written in English: “ten” is “this” in Polish, “six” is also French. No other language has “the” every few words. */
export function isEnglish(text: string): boolean {
  const words = text.slice(0, LOOKED_AT).match(/\p{L}+/gu) ?? [];
  const articles = words.filter((word) => word === 'the' || word === 'The').length;
  return articles > 0 && articles * WORDS_TO_A_THE >= words.length;
}
