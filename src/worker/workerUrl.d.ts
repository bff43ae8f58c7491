/** What Vite makes of a worker's file; its own declarations bring the page's types along. */
declare module "*?worker&url" {
  const url: string;
  export default url;
}
