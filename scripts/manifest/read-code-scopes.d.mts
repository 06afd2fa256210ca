/** The Graph permissions that the code asks for. */
export function readCodeScopes(): {
  readonly base: readonly string[];
  readonly all: readonly string[];
  readonly adminConsent: readonly string[];
};
