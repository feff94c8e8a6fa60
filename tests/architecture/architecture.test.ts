import { describe, expect, it } from 'vitest';
import {
  findBadNames,
  findClientPages,
  findEnvironmentReaders,
  findForeignPackages,
  findLongFiles,
  findMisplacedActions,
  findUnguardedServerFiles,
} from './conventions';
import { findCycles } from './cycles';
import { findImpurities } from './purity';
import { findWrongArrows } from './rooms';
import { listFiles, readTree } from './tree';

// The house rules, held against the real imports. There is no list of exceptions.
// tests/architecture/checkers.test.ts shows that each checker catches what it is for.
const tree = readTree();

describe('the house', () => {
  it('has files to look at', () => {
    expect(tree.length).toBeGreaterThan(200);
  });

  it('lets every import follow the arrows', () => {
    expect(findWrongArrows(tree)).toEqual([]);
  });

  it('has no files that import each other in a ring', () => {
    expect(findCycles(tree)).toEqual([]);
  });

  it('keeps the pure files of lib pure', () => {
    expect(findImpurities(tree)).toEqual([]);
  });

  it('marks what must not reach a browser', () => {
    expect(findUnguardedServerFiles(tree)).toEqual([]);
  });

  it('keeps server actions in actions.ts', () => {
    expect(findMisplacedActions(tree)).toEqual([]);
  });

  it('reads the environment in one place', () => {
    expect(findEnvironmentReaders(tree)).toEqual([]);
  });

  it('lets one room own each replaceable package', () => {
    expect(findForeignPackages(tree)).toEqual([]);
  });

  it('keeps pages and files short', () => {
    expect(findLongFiles(tree)).toEqual([]);
  });

  it('names files after what is inside', () => {
    expect(findBadNames(listFiles())).toEqual([]);
  });

  it('renders pages and layouts on the server', () => {
    expect(findClientPages(tree)).toEqual([]);
  });
});
