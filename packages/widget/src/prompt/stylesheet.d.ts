/** The build makes a minified string of a stylesheet. */
declare module '*.css' {
  const css: string;
  export default css;
}
