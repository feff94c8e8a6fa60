// Next minifies by the browsers that package.json names. Tailwind's own pass has older ones in mind and would turn :dir(rtl), which
// goes by what is written, into :lang(), which goes by what is said of it.
export default { plugins: { '@tailwindcss/postcss': { optimize: false } } };
