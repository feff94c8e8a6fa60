import { matchClaims } from '@/lib/adjudication/match-claims';
import { alphaU, type Section } from '@/lib/agreement/alpha-u';
import { gamma } from '@/lib/agreement/gamma/gamma';
import { overlapF1, overlapParts } from '@/lib/agreement/overlap';
import { createRandom, type Random } from '@/lib/agreement/random';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { toTextRange } from '@/lib/text/offset';
import { type Bench, type Figures, goal, median, rounded } from './report';

const UNITS = [100, 1_000, 10_000] as const;
const GAMMA_UNITS = [50, 500, 5_000] as const;
const SAMPLES = 30;
const ROUNDS = 9;
/** Characters of text for each claim: a sentence or two. */
const PER_CLAIM = 150;

/**
 * The measures of where claims are, on two people who mostly agree: alpha for unitizing, overlap F1 with its matching, and
 * gamma with 30 samples. Beside them what nothing that looks at places in a text can do without: sorting the units. Medians
 * of nine after one round to warm up, of gamma on 5,000 units a single run; growth is the time of ten times the units over ten times
 * the time.
 */
export const bench: Bench = async (say) => {
  let figures: Figures = {};
  const take = (name: string, size: number, work: () => unknown, rounds = ROUNDS) => {
    say(`${name}: 2 x ${size} units`);
    figures = { ...figures, [`${name}${size}Ms`]: rounded(time(work, rounds)) };
  };
  for (const size of UNITS) {
    const { people, continuum } = mark(size);
    const placed = people.map((sections, person) => sections.map((span, at) => ({ id: `${person} ${at}`, spans: [span] })));
    const [first = [], second = []] = placed;
    take('sorting', size, () => people.map((sections) => sections.toSorted((a, b) => a.start - b.start)));
    take('alphaU', size, () => alphaU(people, continuum));
    take('overlapF1', size, () => overlapF1(overlapParts(matchClaims(first, second))));
  }
  for (const size of GAMMA_UNITS) {
    const { people, continuum } = mark(size);
    take('gamma', size, () => gamma(people, continuum, { samples: SAMPLES }), size > 1_000 ? 0 : ROUNDS);
  }
  const growth = (name: string, from: number, to: number) =>
    rounded((figures[`${name}${to}Ms`] ?? Number.NaN) / (figures[`${name}${from}Ms`] ?? Number.NaN) / (to / from));
  figures = {
    ...figures,
    alphaUGrowth: growth('alphaU', 1_000, 10_000),
    overlapF1Growth: growth('overlapF1', 1_000, 10_000),
    gammaGrowth: growth('gamma', 500, 5_000),
  };
  const goals = [
    goal(figures, 'alphaU10000Ms', 'max', 1_000),
    goal(figures, 'overlapF110000Ms', 'max', 1_000),
    goal(figures, 'gamma500Ms', 'max', 10_000),
    goal(figures, 'alphaUGrowth', 'max', 3),
    goal(figures, 'overlapF1Growth', 'max', 3),
  ];
  return { figures, goals };
};

/** The median of some rounds after one that is not counted; of no rounds, the time of a single run. */
function time(work: () => unknown, rounds: number): number {
  const once = () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const first = once();
  return rounds === 0 ? first : median(Array.from({ length: rounds }, once));
}

/** Claims of two people on one text: of ten, one is one person's alone, two have other edges, one is of another class. */
function mark(size: number) {
  const random = createRandom(size);
  const length = size * PER_CLAIM;
  const truth = Array.from({ length: size }, (_, at) => ({
    start: at * PER_CLAIM + Math.floor(random() * 60),
    length: 20 + Math.floor(random() * 100),
  }));
  const classes = truth.map(() => pick(SOURCE_CLASSES, random));
  const people = [0, 1].map(() =>
    truth.flatMap(({ start, length: of }, at): readonly Section[] => {
      if (random() < 0.1) return [];
      const [from, to] = random() < 0.2 ? [start + Math.floor(random() * 15), start + of + Math.floor(random() * 15)] : [start, start + of];
      return [
        { ...toTextRange(from, Math.min(to, length)), category: random() < 0.1 ? pick(SOURCE_CLASSES, random) : (classes[at] as string) },
      ];
    }),
  );
  return { people, continuum: toTextRange(0, length) };
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
