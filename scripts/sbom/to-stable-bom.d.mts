/** What the tests read. */
export interface Bom {
  readonly bomFormat: string;
  readonly serialNumber: string;
  readonly metadata: {
    readonly component: { readonly 'bom-ref': string; readonly name: string };
    readonly [other: string]: unknown;
  };
  readonly components: readonly { readonly 'bom-ref': string; readonly name: string; readonly version: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly [other: string]: unknown;
}
export function toStableBom(bom: Bom, of: { name: string; lock: string }): Bom;
