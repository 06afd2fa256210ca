/** What Entra's endpoints work with; the world changes with every reset, so it is read anew at each call. */
import type { AppRegistration } from '../app-registration.ts';
import type { Switches } from '../switches.ts';
import type { World } from '../world.ts';
import type { CodeBook } from './code-book.ts';
import type { SignIns } from './sign-ins.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface EntraContext {
  readonly app: AppRegistration;
  readonly keys: SigningKeys;
  readonly codes: CodeBook;
  readonly signIns: SignIns;
  readonly switches: Readonly<Switches>;
  readonly world: World;
}
