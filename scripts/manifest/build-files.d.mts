/** Both manifests and the language files as texts, for one deployment. */
export function buildFiles(deployment: object): {
  readonly unified: Readonly<Record<string, string>>;
  readonly xml: string;
};
