import { type Browser, chromium, type Page } from '@playwright/test';
import { startBenchServer } from './bench-server';
import { SIZES } from './paint/article';
import type { PaintStand } from './paint/stand';
import { type Bench, type Figures, goal, median, rounded } from './report';

const ROUNDS = 5;
/** Recogito takes seconds a round with the larger text: its figures there are medians of so many, and the report says so. */
const SLOW_ROUNDS = 3;
const PAINTERS = ['hearsay', 'recogito-spans', 'recogito-highlights', 'tiptap', 'floor'] as const;
type PainterName = (typeof PAINTERS)[number];

/** Where each further claim costs the same whatever there is: the same text with few claims and with many. */
const GROWTH = { words: 100_000, few: 2_000, many: 20_000 } as const;

/**
 * The annotator's own page beside others that paint claims on the same text: Recogito's text annotator in both its ways, Tiptap
 * with a decoration for each claim, and, as the floor, ranges handed to the browser's highlights, which can be neither pressed
 * nor read out. Each act in headless Chromium, in turn, each round on a fresh page, medians of five (of three where Recogito takes seconds). Times are in ms, from the
 * act to the second frame after it; on a machine at rest two frames are 33 ms.
 */
export const bench: Bench = async (say) => {
  const server = await startBenchServer(say);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const figures: Record<string, number> = {};
    for (const [size, { words, claims }] of Object.entries(SIZES)) {
      const rounds = new Map<PainterName, Figures[]>(PAINTERS.map((painter) => [painter, []]));
      for (let round = 1; round <= ROUNDS; round += 1) {
        say(`${words} words, ${claims} claims, round ${round} of ${ROUNDS}`);
        for (const painter of PAINTERS) {
          if (round > roundsOf(painter, claims)) continue;
          const measured = await measure(browser, server, painter, { words, claims });
          rounds.get(painter)?.push(measured);
          say(`  ${painter.padEnd(20)} ${toWords(measured)}`);
        }
      }
      for (const [painter, values] of rounds)
        Object.assign(figures, medians(`${size}.${painter}`, values), { [`${size}.${painter}.rounds`]: values.length });
    }
    say('Growth');
    Object.assign(figures, await measureGrowth(browser, server), ratios(figures));
    const goals = [
      goal(figures, 'words100000.loadToAnswerToFloor', 'max', 2),
      goal(figures, 'words100000.recogitoSpansToLoadToAnswer', 'min', 15),
      goal(figures, 'words100000.recogitoHighlightsToLoadToAnswer', 'min', 15),
      goal(figures, 'words100000.mountToTiptap', 'max', 1),
      goal(figures, 'words100000.hearsay.add', 'max', 50),
      goal(figures, 'words100000.hearsay.select', 'max', 50),
      goal(figures, 'words100000.hearsay.longestTask', 'max', 100),
      goal(figures, 'addAt20000ToAt2000', 'max', 1.3),
    ];
    return { figures, goals };
  } finally {
    await browser.close();
    await server.stop();
  }
};

/** The browser that the tests run in. A script is plain JavaScript: it has no types. */
async function findChromium(): Promise<string> {
  const script = new URL('../scripts/test/chromium.mjs', import.meta.url).href;
  const { requireChromium } = (await import(script)) as { requireChromium: () => Promise<string> };
  return requireChromium();
}

type Server = Awaited<ReturnType<typeof startBenchServer>>;
/** What the page holds for us (paint/stand.tsx). */
type Held = { readonly paintStand: PaintStand };
type Size = { readonly words: number; readonly claims: number };

/** A fresh page with one painter. What it would send to the server is never answered. */
async function open(browser: Browser, { address }: Server, painter: PainterName, words: number) {
  // Recogito writes its styles into the page, which the application's policy would refuse.
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, bypassCSP: true });
  await page.route('**/*', (route) => (route.request().method() === 'POST' ? undefined : route.fallback()));
  await page.goto(`${address}/bench/paint?painter=${painter}&words=${words}`, { waitUntil: 'load' });
  await page.waitForFunction(() => 'paintStand' in globalThis);
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForTimeout(SHORT_REST);
  return page;
}

/** Long enough for whatever was put off (the latest, half a second after the last change), so that it is counted in no other act. */
const REST = 650;
/** After acts that put nothing off for longer. */
const SHORT_REST = 300;

async function measure(browser: Browser, server: Server, painter: PainterName, { words, claims }: Size): Promise<Figures> {
  const page = await open(browser, server, painter, words);
  const rest = (ms = REST) => page.waitForTimeout(ms);
  const mounted = await page.evaluate(() => (globalThis as unknown as Held).paintStand.mount());
  await rest();
  const { load, further } = await page.evaluate((count) => (globalThis as unknown as Held).paintStand.load(count), claims);
  if ((await page.evaluate(() => (globalThis as unknown as Held).paintStand.painted())) === 0)
    throw new Error(`Broken rule: ${painter} painted claims.`);
  await rest();
  const add = await page.evaluate(() => (globalThis as unknown as Held).paintStand.add());
  await rest();
  const select = await page.evaluate(() => (globalThis as unknown as Held).paintStand.select());
  await rest(SHORT_REST);
  const middle = await page.evaluate(() => (globalThis as unknown as Held).paintStand.scrollTo(0.5));
  await rest(SHORT_REST);
  const end = await page.evaluate(() => (globalThis as unknown as Held).paintStand.scrollTo(1));
  await page.evaluate(() => (globalThis as unknown as Held).paintStand.scrollTo(0.2));
  await rest(SHORT_REST);
  const { task, frame } = await page.evaluate(() => (globalThis as unknown as Held).paintStand.scrollOn(60));
  await page.close();
  return { mounted, load, loadToAnswer: load + further, add, select, middle, end, longestTask: task, longestFrame: frame };
}

/**
 * What one further claim costs on a page with few claims and on one with many: the median of several, of five pages each. Until
 * it is on screen, which a screen of 60 frames a second makes 17, 33 or 50 ms; and what the page's thread was busy for meanwhile.
 */
async function measureGrowth(browser: Browser, server: Server): Promise<Figures> {
  const times = { few: [] as number[], many: [] as number[] };
  const busy = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of ['few', 'many'] as const) {
      const page = await open(browser, server, 'hearsay', GROWTH.words);
      await page.evaluate(() => (globalThis as unknown as Held).paintStand.mount());
      await page.waitForTimeout(REST);
      await page.evaluate((count) => (globalThis as unknown as Held).paintStand.load(count), GROWTH[size]);
      const added: number[] = [];
      const worked: number[] = [];
      const busyFor = await watchThread(page);
      for (let count = 0; count < 5; count += 1) {
        await page.waitForTimeout(REST);
        const before = await busyFor();
        added.push(await page.evaluate(() => (globalThis as unknown as Held).paintStand.add()));
        worked.push((await busyFor()) - before);
      }
      times[size].push(median(added));
      busy[size].push(median(worked));
      await page.close();
    }
  }
  const [few, many] = [median(times.few), median(times.many)];
  const [busyFew, busyMany] = [median(busy.few), median(busy.many)];
  return {
    ...{ addAt2000: rounded(few), addAt20000: rounded(many), addAt20000ToAt2000: rounded(many / few) },
    ...{ addBusyAt2000: rounded(busyFew), addBusyAt20000: rounded(busyMany), addBusyAt20000ToAt2000: rounded(busyMany / busyFew) },
  };
}

/** How long the page's main thread has been busy, ms: the browser's own count. */
async function watchThread(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

function roundsOf(painter: PainterName, claims: number): number {
  return painter.startsWith('recogito') && claims === SIZES.words100000.claims ? SLOW_ROUNDS : ROUNDS;
}

function toWords(figures: Figures): string {
  return Object.entries(figures)
    .map(([act, ms]) => `${act} ${Math.round(ms)}`)
    .join(', ');
}

function medians(name: string, rounds: readonly Figures[]): Figures {
  const [first = {}] = rounds;
  return Object.fromEntries(
    Object.keys(first).map((act) => [`${name}.${act}`, rounded(median(rounds.map((round) => round[act] ?? Number.NaN)))]),
  );
}

function ratios(figures: Figures): Figures {
  const of = (name: string) => figures[name] ?? Number.NaN;
  return Object.fromEntries(
    Object.keys(SIZES).flatMap((size) => [
      [`${size}.loadToAnswerToFloor`, rounded(of(`${size}.hearsay.loadToAnswer`) / of(`${size}.floor.loadToAnswer`))],
      [`${size}.recogitoSpansToLoadToAnswer`, rounded(of(`${size}.recogito-spans.loadToAnswer`) / of(`${size}.hearsay.loadToAnswer`))],
      [
        `${size}.recogitoHighlightsToLoadToAnswer`,
        rounded(of(`${size}.recogito-highlights.loadToAnswer`) / of(`${size}.hearsay.loadToAnswer`)),
      ],
      [`${size}.mountToTiptap`, rounded(of(`${size}.hearsay.mounted`) / of(`${size}.tiptap.mounted`))],
    ]),
  );
}
