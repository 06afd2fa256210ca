/** A `fetch` that answers from a script and keeps what it was asked; anything beyond the script is an error. */

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

type Answer = Response | Error | ((asked: Asked, signal: AbortSignal | undefined) => Response | Promise<Response>);

export function scriptedFetch(...script: Answer[]) {
  const asked: Asked[] = [];
  const left = [...script];
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request: Asked = {
      url: String(input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : undefined,
    };
    asked.push(request);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`not in the script: ${request.method} ${request.url}`);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request, init.signal ?? undefined) : answer;
  };
  return { fetch: fetch as typeof globalThis.fetch, asked, left };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const graphError = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  json({ error: { code, message: 'said for people' } }, status, headers);

/** Time that runs only while somebody sleeps. */
export function fakeClock(startMs = Date.UTC(2026, 10, 23, 9)) {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => nowMs,
    sleep: (ms: number) => {
      slept.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}
