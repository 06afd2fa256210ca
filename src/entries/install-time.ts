/** Brings the standard time API to browsers that do not have it yet; no other file may need it while it is loaded. */
export async function installTime(): Promise<void> {
  if (!('Temporal' in globalThis)) await import(/* webpackChunkName: "temporal" */ 'temporal-polyfill/global');
}
