// `npm run bench -- save` builds a second application beside the first, with one page more.
const bench = process.env.HEARSAY_BENCH === '1' ? { distDir: '.next-bench', pageExtensions: ['tsx', 'ts', 'bench.tsx'] } : {};

/** @type {import('next').NextConfig} */
export default {
  ...bench,
  poweredByHeader: false,
  // Native modules, and what reads its own files, stay out of the bundle and are required at run time.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pdfkit'],
  // Types are checked by `npm run check` and `npm test`, not by every build. TypeScript 7 has no
  // JavaScript API, so Next must be told to look for the compiler's command instead.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    useTypeScriptCli: true,
    // 2 MB of pasted text, and what JSON makes of its quotes and line breaks.
    serverActions: { bodySizeLimit: '4mb' },
    // proxy.ts makes Next keep each body in memory; nothing we take is larger than 2 MB.
    proxyClientMaxBodySize: '4mb',
  },
};
