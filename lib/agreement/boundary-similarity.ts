import { type Figure, noFigure, toFigure } from './figure';

/** What makes two sets of boundaries one another: counted, so that pieces of a text can be added up. */
export type BoundaryEdits = {
  readonly matches: number;
  readonly additions: number;
  readonly transpositions: number;
  /** What the transpositions cost together, each less than an addition. */
  readonly moved: number;
};

/** How many places apart two boundaries may be and still be one that was missed by a little: next to each other. */
const NEAR = 2;

/**
 * The fewest edits that turn one set of boundaries into the other: those at the same place match, two that only one each has
 * at neighbouring places are one that was moved, every other is added. Linear. Source: Fournier, "Evaluating Text
 * Segmentation using Boundary Edit Distance", Proceedings of ACL (2013), with one kind of boundary.
 *
 * @param first places between atoms (words), in any order, each once
 */
export function boundaryEdits(first: Iterable<number>, second: Iterable<number>, near = NEAR): BoundaryEdits {
  const [mine, theirs] = [new Set(first), new Set(second)];
  const onlyMine = new Set([...mine].filter((place) => !theirs.has(place)));
  const onlyTheirs = new Set([...theirs].filter((place) => !mine.has(place)));
  const matches = mine.size - onlyMine.size;
  let [transpositions, moved] = [0, 0];
  // Near before far, and from the beginning on: whom a boundary is paired with does not depend on whose is called first.
  for (let by = 1; by < near; by++) {
    for (const place of [...onlyMine, ...onlyTheirs].sort((a, b) => a - b)) {
      if (!movePair(onlyMine, onlyTheirs, place, by) && !movePair(onlyTheirs, onlyMine, place, by)) continue;
      transpositions++;
      moved += by / near;
    }
  }
  return { matches, transpositions, moved, additions: onlyMine.size + onlyTheirs.size };
}

function movePair(from: Set<number>, to: Set<number>, place: number, by: number): boolean {
  if (!from.has(place) || !to.has(place + by)) return false;
  from.delete(place);
  to.delete(place + by);
  return true;
}

/** Boundary similarity B: 1 where every boundary is shared, 0 where none is. Of edits added up: of all of them together. */
export function boundarySimilarity(edits: readonly BoundaryEdits[]): Figure {
  let [matches, additions, transpositions, moved] = [0, 0, 0, 0];
  for (const edit of edits) {
    matches += edit.matches;
    additions += edit.additions;
    transpositions += edit.transpositions;
    moved += edit.moved;
  }
  const all = matches + additions + transpositions;
  return all === 0 ? noFigure('nobody marked an edge') : toFigure(1 - (additions + moved) / all);
}
