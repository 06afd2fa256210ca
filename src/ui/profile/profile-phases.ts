/** The states that the profile shows. */
import type { Connection } from '../../domain/contract/session.ts';
import type { Failure } from '../../domain/failure.ts';

export type StoredPhase =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly connection: Connection }
  | { readonly phase: 'failed'; readonly failure: Failure };

export type ProfileWish = 'connect' | 'disconnect' | 'erase';

export type WishPhase =
  | { readonly phase: 'idle' }
  | { readonly phase: 'busy'; readonly kind: ProfileWish }
  | { readonly phase: 'done'; readonly kind: ProfileWish }
  | { readonly phase: 'failed'; readonly kind: ProfileWish; readonly failure: Failure };
