/** The steps of a proof run about permissions: each scope by itself, from what Entra granted or, where it does not say, by trying. */
import * as v from 'valibot';
import { PROOF_STEPS, type ProofStep } from '../../domain/contract/proof.ts';
import { toConsentLink } from '../../domain/policy/consent-url.ts';
import { listScopes } from '../../domain/policy/proof-standing.ts';
import { judgeSignIn } from '../../domain/policy/judge-sign-in.ts';
import { Failure } from '../../domain/failure.ts';
import type { GraphCall } from '../graph.ts';
import { parseRows } from '../parse-answer.ts';
import { mailboxSettingsCall } from '../read-mailbox-settings.ts';
import { NOT_REACHED, PASSED, type Outcome } from './proof-report.ts';
import type { Proof, SignIn } from './proof-setup.ts';

type Scope = ProofStep extends infer Step ? (Step extends `scope:${infer Name}` ? Name : never) : never;

/** In the order of the report. */
const SCOPES = PROOF_STEPS.flatMap((step) => (step.startsWith('scope:') ? [step.slice('scope:'.length) as Scope] : []));

const get = (path: string): GraphCall => ({ method: 'GET', path });

/** A call that only this scope lets pass. No event has the id that is deleted: whoever may write hears that it is not there. */
const TRIALS: Readonly<Record<Exclude<Scope, 'Schedule.Read.All'>, GraphCall>> = {
  'User.Read': get('/me?$select=id'),
  'Calendars.Read': get('/me/calendars?$select=id&$top=1'),
  'Calendars.ReadWrite': { method: 'DELETE', path: '/me/events/none' },
  'MailboxSettings.Read': mailboxSettingsCall,
  'Place.Read.All': get('/places/microsoft.graph.room?$select=id&$top=1'),
  'Team.ReadBasic.All': get('/me/joinedTeams'),
  'Presence.Read.All': { method: 'GET', path: '/me/presence' },
  'People.Read': get('/me/people?$top=1'),
  'User.ReadBasic.All': get('/users?$select=id&$top=1'),
};

const team = v.object({ id: v.string() });

async function findTrial({ graph, setup: { signal } }: Proof, scope: Scope): Promise<GraphCall | undefined> {
  if (scope !== 'Schedule.Read.All') return TRIALS[scope];
  const { body } = await graph.send(TRIALS['Team.ReadBasic.All'], { signal });
  const [first] = parseRows(team, body, ({ id }) => id).rows;
  return first === undefined ? undefined : get(`/teams/${encodeURIComponent(first)}/schedule`);
}

/** Only a refusal speaks of the scope; what is not there, or has no mailbox, was at least allowed to be asked for. */
async function tryScope(proof: Proof, scope: Scope): Promise<boolean | undefined> {
  const { graph, setup } = proof;
  try {
    const trial = await findTrial(proof, scope);
    if (trial === undefined) return undefined;
    await graph.send(trial, { signal: setup.signal });
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'access_denied') return false;
    if (['gone', 'mailbox_missing', 'bad_request', 'bad_response'].includes(error.code)) return true;
    throw error;
  }
}

async function proveScope(proof: Proof, scope: Scope, answer: SignIn | undefined): Promise<Outcome> {
  const missing = (): Outcome => ({
    ...{ state: 'failed', code: 'consent_required', scopes: [scope] },
    consent: toConsentLink([scope], proof.setup.consent),
  });
  if (answer === undefined) return NOT_REACHED;
  if (!answer.ok) return judgeSignIn(answer).step === 'consent' ? missing() : NOT_REACHED;
  const granted = answer.scopes?.has(scope.toLowerCase()) ?? (await tryScope(proof, scope));
  if (granted === undefined) return { state: 'inconclusive', code: 'not_known' };
  return granted ? PASSED : missing();
}

export async function proveScopes(proof: Proof, answer: SignIn | undefined): Promise<void> {
  const needed = listScopes(proof.setup);
  for (const scope of SCOPES.filter((each) => needed.includes(each)))
    await proof.report.step(`scope:${scope}`, [], () => proveScope(proof, scope, answer));
}
