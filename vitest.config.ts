import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

// `server-only` throws outside React's server condition; its own empty module is what the server build gets.
const alias = [
  { find: /^@\//, replacement: root },
  { find: 'server-only', replacement: fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)) },
];

// Pure code has nothing to isolate: files that share a worker read each module once, which takes a fifth of the time.
function suite(name: string, timeout: number, isolate: boolean) {
  return {
    extends: true as const,
    test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], testTimeout: timeout, hookTimeout: timeout, isolate },
  };
}

export default defineConfig({
  resolve: { alias },
  test: {
    environment: 'node',
    // Left to itself, Vitest keeps a core free, which on two is half of the machine.
    maxWorkers: '100%',
    setupFiles: ['tests/support/fail-on-console.ts'],
    projects: [suite('unit', 10_000, false), suite('integration', 60_000, true), suite('architecture', 30_000, false)],
  },
});
