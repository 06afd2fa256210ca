/** The first steps of a proof run, all of one exchange with Entra: the registration, its credential, the person. */
import { judgeCredential } from '../../domain/policy/judge-credential.ts';
import { judgeSignIn } from '../../domain/policy/judge-sign-in.ts';
import { NOT_REACHED, PASSED, type Outcome, type ProofReport } from './proof-report.ts';
import type { ProofSetup, SignIn } from './proof-setup.ts';

function toRegistration(answer: SignIn): Outcome {
  const verdict = answer.ok ? undefined : judgeSignIn(answer);
  if (verdict === undefined || (verdict.reached && verdict.step !== 'registration')) return PASSED;
  return verdict.step === 'registration' ? { state: 'failed', code: verdict.code } : NOT_REACHED;
}

/** Its end is known to us or to nobody; whether it fits, only Entra knows. */
function toCredential(answer: SignIn, { credentialEnds, clock }: ProofSetup): Outcome {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.round(clock.now()));
  const { state, code, facts } = judgeCredential(credentialEnds, now);
  const byDate = { state, ...(code === undefined ? {} : { code }), ...(facts === undefined ? {} : { facts }) };
  const verdict = answer.ok ? undefined : judgeSignIn(answer);
  if (verdict?.step === 'credential') return { ...byDate, state: 'failed', code: verdict.code };
  return verdict?.reached === false && code === 'not_known' ? NOT_REACHED : byDate;
}

function toSignIn(answer: SignIn): Outcome {
  if (answer.ok) return PASSED;
  const { step, code } = judgeSignIn(answer);
  if (step === 'sign_in') return { state: 'failed', code };
  return step === 'consent' ? { state: 'skipped', code } : NOT_REACHED;
}

/** What Entra answered; undefined where the run was ended before. */
export async function proveSignIn(report: ProofReport, setup: ProofSetup): Promise<SignIn | undefined> {
  let answer: SignIn | undefined;
  await report.step('registration', [], async () => {
    answer = await setup.signIn();
    return toRegistration(answer);
  });
  const known = answer;
  const judge = (work: (answer: SignIn) => Outcome) => () =>
    Promise.resolve(known === undefined ? NOT_REACHED : work(known));
  await report.step(
    'credential',
    [],
    judge((given) => toCredential(given, setup)),
  );
  await report.step('sign_in', [], judge(toSignIn));
  return known;
}
