import { createOfficeSso, type OfficeTokenOptions, toOfficeFailure } from '../../src/auth/office-sso.ts';
import { describeFailure } from '../../src/ui/shared/failure-words.ts';
import { screenWords } from '../support/show-screen.tsx';

const refusal = (code: number) => Object.assign(new Error('no'), { code });

/** Answers or refuses in this order. */
function createOffice(...answers: readonly (string | number)[]) {
  const asked: OfficeTokenOptions[] = [];
  return {
    asked,
    getAccessToken: (options: OfficeTokenOptions): Promise<string> => {
      asked.push(options);
      const answer = answers[asked.length - 1] ?? 'token';
      return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(refusal(answer));
    },
  };
}

describe('toOfficeFailure', () => {
  it.each([
    [13000, 'host_outdated', 'update Outlook'],
    [13001, 'interaction_required', 'complete the sign-in'],
    [13002, 'sign_in_cancelled', 'complete the sign-in'],
    [13003, 'account_unsupported', 'add your work account'],
    [13004, 'sign_in_misconfigured', 'administrator of the app'],
    [13005, 'consent_required', 'administrator of your directory'],
    [13006, 'host_sign_in_lost', 'sign out of Outlook'],
    [13007, 'host_sign_in_lost', 'sign out of Outlook'],
    [13008, 'throttled', 'wait a little'],
    [13010, 'host_outdated', 'update Outlook'],
    [13012, 'host_outdated', 'in your browser'],
    [13013, 'throttled', 'wait a little'],
    [50001, 'host_outdated', 'update Outlook'],
    [13099, 'sign_in_failed', 'complete the sign-in'],
  ])('F03 ends %d as %s, with a sentence that says what to do', (number, code, sentence) => {
    const failure = toOfficeFailure(refusal(number));
    expect(failure).toMatchObject({ code, details: { path: `Office ${number}` } });
    expect(describeFailure(failure.code, screenWords()).who).toContain(sentence);
  });

  it('D21 is offline without a network, whatever Office says of it', () => {
    expect(toOfficeFailure(refusal(13006), false).code).toBe('offline');
  });

  it('reads what has no number as a sign-in that failed', () => {
    expect(toOfficeFailure(new Error('boom')).code).toBe('sign_in_failed');
  });
});

describe('createOfficeSso', () => {
  it('asks silently, and with prompts and the challenge where a window is welcome', async () => {
    const office = createOffice();
    const getToken = createOfficeSso(office.getAccessToken);
    await getToken();
    await getToken({ claims: '{"a":1}', withWindow: true });
    expect(office.asked).toEqual([{}, { authChallenge: '{"a":1}', allowSignInPrompt: true, allowConsentPrompt: true }]);
  });

  it.each([13006, 13008])('F03 tries %d once more, and no more than once', async (code) => {
    expect(await createOfficeSso(createOffice(code, 'token').getAccessToken)()).toBe('token');
    const office = createOffice(code, code, 'token');
    await expect(createOfficeSso(office.getAccessToken)()).rejects.toMatchObject({
      details: { path: `Office ${code}` },
    });
    expect(office.asked).toHaveLength(2);
  });

  it.each([13001, 13012])('tries %d not again by itself', async (code) => {
    const office = createOffice(code);
    await expect(createOfficeSso(office.getAccessToken)()).rejects.toMatchObject({
      details: { path: `Office ${code}` },
    });
    expect(office.asked).toHaveLength(1);
  });

  it('F03 asks one thing at a time, and the same thing once', async () => {
    let running = 0;
    let most = 0;
    let calls = 0;
    const getToken = createOfficeSso(async () => {
      calls += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return 'token';
    });
    await Promise.all([getToken(), getToken(), getToken({ claims: '{}' })]);
    expect({ most, calls }).toEqual({ most: 1, calls: 2 });
  });

  it('gives up on a silent answer that does not come', async () => {
    const getToken = createOfficeSso(() => new Promise(() => {}), 5);
    await expect(getToken()).rejects.toMatchObject({ code: 'timeout' });
  });

  it('F09 says that this Outlook is too old where it knows no such thing', async () => {
    await expect(createOfficeSso(undefined)()).rejects.toMatchObject({ code: 'host_outdated' });
  });
});
