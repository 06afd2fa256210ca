/** Entra's pages: who are you, do you agree, an administrator must agree, and what went wrong. */
import { APP_NAME } from '../app-registration.ts';
import { html, type Markup } from '../http/html.ts';
import type { Person } from '../world.ts';
import { findGraphScope } from './graph-scopes.ts';

/** Large seeds hold thousands; `login_hint` finds the others. */
const SHOWN_PEOPLE = 50;

const listScopes = (scopes: readonly string[]): Markup =>
  html`<ul class="scopes">
    ${scopes.map((scope) => html`<li>${findGraphScope(scope)?.title ?? `Access ${APP_NAME} as you`} <code>${scope}</code></li>`)}
  </ul>`;

const account = (person: Person): Markup =>
  html`<p class="account">${person.displayName} · ${person.userPrincipalName}</p>`;

export const choosePage = (
  people: readonly Person[],
  words: { readonly title: string; readonly hint: string },
): Markup =>
  html`<main class="card">
    <h1>${words.title}</h1>
    <p>${words.hint}</p>
    <form method="post" class="accounts">
      ${people
        .slice(0, SHOWN_PEOPLE)
        .map(
          (person) =>
            html`<button name="person" value="${person.key}">
              <b>${person.displayName}</b> <span>${person.userPrincipalName}</span>
            </button>`,
        )}
    </form>
  </main>`;

export const consentPage = (
  person: Person,
  scopes: readonly string[],
  tenantChoice: 'none' | 'optional' | 'always',
): Markup =>
  html`<main class="card">
    ${account(person)}
    <h1>Permissions requested</h1>
    <p>${APP_NAME} asks, ${tenantChoice === 'always' ? 'for everybody in your organization' : 'for you'}, to:</p>
    ${listScopes(scopes)}
    <form method="post" class="decision">
      <input type="hidden" name="person" value="${person.key}" />
      ${
        tenantChoice === 'optional'
          ? html`<label
              ><input type="checkbox" name="forTenant" value="1" /> Consent on behalf of your organization</label
            >`
          : undefined
      }
      <button name="decision" value="cancel">Cancel</button>
      <button name="decision" value="accept" class="primary">Accept</button>
    </form>
  </main>`;

export const needsAdminPage = (person: Person, scopes: readonly string[]): Markup =>
  html`<main class="card">
    ${account(person)}
    <h1>Need admin approval</h1>
    <p>
      ${APP_NAME} needs permission to access resources in your organization that only an admin can grant (AADSTS90094):
    </p>
    ${listScopes(scopes)}
    <form method="post" class="decision">
      <input type="hidden" name="person" value="${person.key}" />
      <button name="decision" value="cancel">Return to the application without granting consent</button>
    </form>
  </main>`;

export const errorPage = (message: string): Markup =>
  html`<main class="card">
    <h1>Sorry, but we’re having trouble signing you in.</h1>
    <p>${message}</p>
  </main>`;

/** For `form_post`: the answer as a form that the person sends on. */
export const postPage = (redirectUri: string, answer: ReadonlyMap<string, string>): Markup =>
  html`<main class="card">
    <h1>Signed in</h1>
    <form method="post" action="${redirectUri}">
      ${[...answer].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button class="primary">Continue</button>
    </form>
  </main>`;
