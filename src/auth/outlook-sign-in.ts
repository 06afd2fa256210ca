/** The token for our own API in Outlook's task pane: by nested app authentication, else from Office itself. */
import type { NestedAuth } from './nested.ts';
import type { GetSsoToken, SsoNeed } from './teams-sso.ts';

interface OutlookSignIn {
  /** Absent where this Outlook does not offer it. */
  readonly nested?: NestedAuth | undefined;
  /** The scope of our own API. */
  readonly apiScope: string;
  readonly getOfficeToken: GetSsoToken;
}

interface ApiNeed extends SsoNeed {
  readonly fresh?: boolean;
}

/** A bridge that goes away while it is asked leaves Office's own way. */
export function createOutlookSignIn({ nested, apiScope, getOfficeToken }: OutlookSignIn) {
  return async ({ claims, withWindow, fresh }: ApiNeed = {}): Promise<string> => {
    const need = {
      ...(claims === undefined ? {} : { claims }),
      ...(withWindow === true ? { withWindow } : {}),
    };
    if (nested !== undefined && (await nested.isUsable())) {
      try {
        const request = { scopes: [apiScope], ...need, ...(fresh === true ? { fresh } : {}) };
        return (await nested.getToken(request)).token;
      } catch (error) {
        if (await nested.isUsable()) throw error;
      }
    }
    return getOfficeToken(need);
  };
}
