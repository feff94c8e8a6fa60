/** A font file's address, the same one the style sheet's `url()` becomes. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
