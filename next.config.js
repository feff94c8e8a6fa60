/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Native modules stay out of the bundle and are required at run time.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2'],
  // Types are checked by `npm run check` and `npm test`, not by every build. TypeScript 7 has no
  // JavaScript API, so Next must be told to look for the compiler's command instead.
  typescript: { ignoreBuildErrors: true },
  experimental: { useTypeScriptCli: true },
};
