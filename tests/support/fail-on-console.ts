import { format } from 'node:util';
import { afterEach, expect } from 'vitest';

// A warning nobody reads becomes an error in production: anything written to
// console.error or console.warn fails the test that wrote it. A test that expects
// a message replaces the method itself (vi.spyOn) and asserts what was said.
const METHODS = ['error', 'warn'] as const;

let written: string[] = [];

for (const method of METHODS) {
  console[method] = (...values: unknown[]) => {
    written.push(`console.${method}: ${format(...values)}`);
  };
}

afterEach(() => {
  const seen = written;
  written = [];
  expect(seen, 'nothing may be written to console.error or console.warn').toEqual([]);
});
