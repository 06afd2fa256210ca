/** What `npm run package` was told, or one sentence for each thing that can't be used. */
export function readPackageOptions(args: readonly string[]): {
  readonly problems: readonly string[];
  readonly options?: { readonly url: string; readonly clientId: string; readonly appId?: string; readonly out: string };
};
