/**
 * What a language looks like, as far as it is needed to tell which encoding a text is in. `words` are its most frequent
 * ones in running prose (in lower case, NFC); with `spaces` false they are strings counted anywhere. `letters` are the
 * letters beyond ASCII that may stand in any word, `names` those that may stand in a capitalised one too: names come
 * from abroad. Both are the last safeguard against a wrong code page, so a letter that would be another, likelier
 * letter in a neighbouring code page is left out. `plain` says that the language can do without letters beyond ASCII.
 * `encodings` are those it was written in, the usual one first.
 */
export type LegacyLanguage = {
  readonly name: string;
  readonly encodings: readonly LegacyEncoding[];
  readonly spaces: boolean;
  readonly plain: boolean;
  readonly words: ReadonlySet<string>;
  readonly letters: RegExp;
  readonly names: RegExp;
};

/** Names as IANA registers them. ISO-8859-1, -9, -8 and -11 are read as the windows code page that contains them (WHATWG Encoding 4.2). */
export const LEGACY_ENCODINGS = [
  'windows-1252',
  'ISO-8859-15',
  'windows-1250',
  'ISO-8859-2',
  'windows-1251',
  'KOI8-R',
  'KOI8-U',
  'ISO-8859-5',
  'IBM866',
  'windows-1253',
  'ISO-8859-7',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'ISO-8859-6',
  'windows-1257',
  'ISO-8859-13',
  'windows-1258',
  'windows-874',
  'Shift_JIS',
  'EUC-JP',
  'GB18030',
  'Big5',
  'EUC-KR',
] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

const NOTHING = /[^\s\S]/u;
const WEST = ['windows-1252', 'ISO-8859-15'] as const;
const CENTRAL = ['windows-1250', 'ISO-8859-2'] as const;
const BALTIC = ['windows-1257', 'ISO-8859-13'] as const;

/**
 * Letters at the same place in windows-1252 and windows-1250, and those whose place in windows-1250 holds a letter that
 * is next to never met in a name (ľ ń ď ŕ ű ĺ ă). Not è (č), æ (ć), ø (ř): "Kovaè" must not pass.
 */
const SURE_WEST = /[áâäçéëíîóôöúüãåàïñû]/iu;
const ANY_WEST = /[à-öø-ÿœšž]/iu;
/** Letters at the same place in windows-1250 and ISO-8859-2 that names of the region have. */
const ANY_CENTRAL = /[áâäăćçčďđéëęěíîłńňóôőöřůűüúýß]/iu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * Letters and words are common knowledge about each language, chosen so that neighbours differ in some of them. A
 * language that is missing here is refused, never guessed: its text must come as UTF-8.
 */
export const LEGACY_LANGUAGES: readonly LegacyLanguage[] = [
  plain(
    'English',
    WEST,
    'the of and to in that is was for on with as by it he his at from has have are be not this',
    /[à-åç-ïñ-öù-üæœ]/iu,
    SURE_WEST,
  ),
  spaced(
    'German',
    WEST,
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat',
    /[äöüß]/iu,
    SURE_WEST,
  ),
  spaced(
    'French',
    WEST,
    'de la le et les des en un du une que est pour qui dans par sur au plus ce pas il ne se à d l',
    /[àâæçéèêëîïôœùûüÿ]/iu,
    ANY_WEST,
  ),
  spaced('Spanish', WEST, 'de la que el en y a los se del las un por con no una su para es al lo como más', /[áéíñóúü¿¡]/iu, ANY_WEST),
  spaced(
    'Portuguese',
    WEST,
    'de a o que e do da em um para com não uma os no se na por mais as dos como ao das à é',
    /[àáâãçéêíóôõúü]/iu,
    ANY_WEST,
  ),
  spaced('Catalan', WEST, 'de la i el que a en els per un del amb les una és no al va dels l d ha com', /[àçèéíïòóúü·]/iu, ANY_WEST),
  spaced('Italian', WEST, 'di e il la che in a per un del non una è le i con da si dei della al alla nel l ha', /[àèéìíîòóùú]/iu, ANY_WEST),
  plain('Dutch', WEST, 'de van het een en in is dat op te zijn met voor die niet aan er om ook als door bij', /[áèéêëïóöü]/iu, SURE_WEST),
  spaced('Danish', WEST, 'og i at det en til er af på for de med som ikke den har et der var om han', /[æøåé]/iu, ANY_WEST),
  spaced('Norwegian', WEST, 'og i det er på som en til å for av at med de ikke den har et om fra var', /[æøåéòôó]/iu, ANY_WEST),
  spaced('Swedish', WEST, 'och i att det som en på är av för med till den har de inte om ett han var från', /[åäöéü]/iu, ANY_WEST),
  spaced(
    'Finnish',
    ['windows-1252', 'ISO-8859-15'],
    'ja on ei että se hän oli ovat sekä tai mutta jos kun niin myös joka mukaan sen ole',
    /[äöåšž]/iu,
    ANY_WEST,
  ),
  spaced('Icelandic', WEST, 'og að í á er sem til um við með fyrir það ekki af en hann var eða þess þeim', /[áðéíóúýþæö]/iu, ANY_WEST),
  spaced('Polish', CENTRAL, 'i w na z do się że nie to jest o jak po przez od za są dla oraz ze lub co jego', /[ąćęłńóśźż]/iu, ANY_CENTRAL),
  spaced(
    'Czech',
    CENTRAL,
    'a v na se je že s z do o to i k za by pro jsou nebo ve po jeho jako má při',
    /[áčďéěíňóřšťúůýž]/iu,
    ANY_CENTRAL,
  ),
  spaced(
    'Slovak',
    CENTRAL,
    'a v na sa je že s z do o to aj k za by pre sú alebo vo po jeho ako má pri',
    /[áäčďéíĺľňóôŕšťúýž]/iu,
    ANY_CENTRAL,
  ),
  spaced(
    'Hungarian',
    CENTRAL,
    'a az és hogy nem is egy van volt ki de meg csak minden vagy ez mint el aki lehet',
    /[áéíóöőúüű]/iu,
    ANY_CENTRAL,
  ),
  spaced('Romanian', CENTRAL, 'de şi în a la cu pe un o că nu din este sau să care mai prin al ale', /[ăâîşţ]/iu, ANY_CENTRAL),
  spaced('Slovene', CENTRAL, 'in je v na za se da ki so z pa ne s ali do po od kot tudi ima biti', /[čšž]/iu, ANY_CENTRAL),
  spaced('Croatian', CENTRAL, 'i u je na se da za od su s o koji ne što kao ili sa bi iz po ima pravo', /[čćđšž]/iu, ANY_CENTRAL),
  spaced(
    'Turkish',
    ['windows-1254'],
    've bir bu için de da ile olarak olan çok daha gibi o ne kadar sonra her veya',
    /[çğıöşüâîûİ]/iu,
    /[áéíóúñàèê]/iu,
  ),
  spaced(
    'Estonian',
    [...BALTIC, ...WEST],
    'ja on ei et ka see oli või kui mis aga tema oma selle nii kes peab igal',
    /[äõöüšž]/iu,
    /[áéåóñ]/iu,
  ),
  spaced(
    'Latvian',
    BALTIC,
    'un ir ar no par uz ka kā to tas arī lai bet vai tiek viņa gan pie pēc ikvienam',
    /[āčēģīķļņšūžōŗ]/iu,
    /[éöüäåõó]/iu,
  ),
  spaced(
    'Lithuanian',
    BALTIC,
    'ir yra kad su į iš tai bet kaip ar jo už buvo turi arba apie po prie kiekvienas dėl',
    /[ąčęėįšųūž]/iu,
    /[éöüäåõóāēīļņ]/iu,
  ),
  spaced(
    'Vietnamese',
    ['windows-1258'],
    'và của là có được trong cho các một với không những người này đã để về từ khi',
    /[\u0300\u0301\u0303\u0309\u0323àáâãèéêìíòóôõùúýăđĩũơư]/iu,
    /[äëïöü]/iu,
  ),
  spaced(
    'Russian',
    ['windows-1251', 'KOI8-R', 'IBM866', 'ISO-8859-5'],
    'и в на не что с по это как к из за от для его о он но а у или',
    /[а-яё]/iu,
    CYRILLIC,
  ),
  spaced(
    'Ukrainian',
    ['windows-1251', 'KOI8-U', 'ISO-8859-5'],
    'і в на не що з у та до за як про від це для й його а або по',
    /[а-щьюяєіїґ]/iu,
    CYRILLIC,
  ),
  spaced(
    'Belarusian',
    ['windows-1251', 'ISO-8859-5'],
    'і ў на не што з у да за як па для гэта яго ад або а аб',
    /[а-зй-шы-яёіў]/iu,
    CYRILLIC,
  ),
  spaced(
    'Bulgarian',
    ['windows-1251', 'ISO-8859-5'],
    'и на да в за се от е с че не по са ще като до или ли си му',
    /[а-щъьюя]/iu,
    CYRILLIC,
  ),
  spaced(
    'Serbian',
    ['windows-1251', 'ISO-8859-5'],
    'и у је на се да за од су са о који не што као или би из по',
    /[а-шђјљњћџ]/iu,
    CYRILLIC,
  ),
  spaced(
    'Macedonian',
    ['windows-1251', 'ISO-8859-5'],
    'и на во да се од за е со што не по ќе како или го ја има',
    /[а-шѓќѕјљњџ]/iu,
    CYRILLIC,
  ),
  spaced(
    'Greek',
    ['windows-1253', 'ISO-8859-7'],
    'και το να του η της με που την για τα είναι των στο σε ο τον από στην οι δεν θα',
    /[α-ωάέήίόύώϊϋΐΰ]/iu,
    NOTHING,
  ),
  spaced(
    'Hebrew',
    ['windows-1255'],
    'של את על לא הוא כי זה או כל אל עם גם היא אם יש מה בין ללא אדם',
    /[\u05b0-\u05c2\u05d0-\u05ea\u05f0-\u05f2]/u,
    NOTHING,
  ),
  spaced(
    'Arabic',
    ['windows-1256', 'ISO-8859-6'],
    'في من على أن إلى و هذا التي لا ما كان عن أو الذي مع كل له هذه حق لكل',
    /[\u0621-\u063a\u0640-\u0652]/u,
    NOTHING,
  ),
  spaced(
    'Persian',
    ['windows-1256'],
    'و در به از که را با اين است براي آن يک بر تا هر خود حق يا ها',
    /[\u0621-\u063a\u0640-\u0652پچژگکی\u200c\u200d]/u,
    NOTHING,
  ),
  unspaced('Thai', ['windows-874'], 'การ และ ของ ที่ ใน เป็น มี ได้ ไม่ ว่า จะ ให้ ความ โดย หรือ ต่อ', /[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59]/u),
  unspaced(
    'Japanese',
    ['Shift_JIS', 'EUC-JP'],
    'の に は を た が で て と し れ さ い る な も こ す',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]/u,
  ),
  unspaced('Chinese (simplified)', ['GB18030'], '的 一 是 在 不 了 有 和 人 这 为 个 国 我 以 他 时 来 们 到 对 或 与', /\p{Script=Han}/u),
  unspaced(
    'Chinese (traditional)',
    ['Big5', 'GB18030'],
    '的 一 是 在 不 了 有 和 人 這 為 個 國 我 以 他 時 來 們 到 對 或 與',
    /\p{Script=Han}/u,
  ),
  unspaced('Korean', ['EUC-KR'], '이 다 는 을 의 에 가 고 은 를 하 한 로 지 사 인 자 기 리 도', /[\p{Script=Hangul}\p{Script=Han}]/u),
];

function spaced(name: string, encodings: readonly LegacyEncoding[], words: string, letters: RegExp, guests: RegExp): LegacyLanguage {
  const names = new RegExp(`${letters.source}|${guests.source}`, 'iu');
  return { name, encodings, spaces: true, plain: false, words: new Set(words.normalize('NFC').split(' ')), letters, names };
}

function plain(name: string, encodings: readonly LegacyEncoding[], words: string, letters: RegExp, names: RegExp): LegacyLanguage {
  return { ...spaced(name, encodings, words, letters, NOTHING), names, plain: true };
}

function unspaced(name: string, encodings: readonly LegacyEncoding[], words: string, letters: RegExp): LegacyLanguage {
  return { ...spaced(name, encodings, words, letters, NOTHING), spaces: false };
}
