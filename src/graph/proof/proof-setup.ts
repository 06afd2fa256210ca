/** All that a proof run asks of the world, and what it keeps in mind while it runs. */
import type { ProofEvent } from '../../domain/contract/proof.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { ConsentTarget } from '../../domain/policy/consent-url.ts';
import type { SignInRefusal } from '../../domain/policy/judge-sign-in.ts';
import type { MailboxSettings } from '../../domain/agenda/agenda-sources.ts';
import type { GraphSetup } from '../create-graph.ts';
import type { Graph } from '../graph.ts';
import type { ProofReport } from './proof-report.ts';

export interface SignedIn {
  readonly ok: true;
  /** For Graph, in the runner's name. */
  readonly token: string;
  /** Short names in lower case; undefined where Entra did not say what was granted. */
  readonly scopes: ReadonlySet<string> | undefined;
}
export type SignIn = SignedIn | SignInRefusal;

export interface ProofSetup extends Pick<GraphSetup, 'base' | 'fetch' | 'clock'> {
  /** A fresh exchange each time; never throws. */
  readonly signIn: () => Promise<SignIn>;
  /** Date or instant (ISO 8601) at which the app's credential ends, where it is known. */
  readonly credentialEnds: string | undefined;
  readonly consent: ConsentTarget;
  readonly testerUrl: string;
  /** Address. */
  readonly room: string;
  /** Absent: a free half hour is looked for, 14 days or more ahead. */
  readonly start?: Temporal.Instant;
  readonly features: Session['features'];
  /** A UUID. */
  readonly newId: () => string;
  readonly emit: (event: ProofEvent) => void;
  /** Ends the run early; cleaning up is done all the same. */
  readonly signal: AbortSignal;
  /** Aborted, with `signal`, once another run has this one's turn: what its mark finds may be that one's from then on. */
  readonly replaced?: AbortSignal;
  /** The run that confirms another one. */
  readonly attempt?: 2;
}

/** One run under way. */
export interface Proof {
  readonly setup: ProofSetup;
  readonly report: ProofReport;
  readonly graph: Graph;
  /** Milliseconds by the clock of Microsoft 365, once it told; by our own before. */
  now: number;
  /** Addresses of the rooms of the organisation in lower case, where they could be listed. */
  rooms?: ReadonlySet<string>;
  /** The runner's own address. */
  ownAddress?: string;
  mailbox?: MailboxSettings;
  slot?: Interval;
  /** How the room was taken around the slot before anything was written. */
  before?: string;
  /** This run has written, whatever became of it. */
  hasWritten?: boolean;
  /** Events that were made and not deleted yet. */
  readonly made: Set<string>;
  /** Writes whose outcome nobody knows, by transaction id. */
  readonly lost: Set<string>;
}
