import { describe, expect, it } from 'vitest';
import { toSteps } from '@/lib/export/outline';

describe('an outline', () => {
  it('is read letter by letter, each step to its last point', () => {
    expect(toSteps('M0 5H10V7.5L1 2C1 2 3 4 5 6H-1Z')).toEqual([
      { kind: 'move', points: [[0, 5]] },
      { kind: 'line', points: [[10, 5]] },
      { kind: 'line', points: [[10, 7.5]] },
      { kind: 'line', points: [[1, 2]] },
      {
        kind: 'curve',
        points: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
      { kind: 'line', points: [[-1, 6]] },
      { kind: 'close', points: [] },
    ]);
  });
});
