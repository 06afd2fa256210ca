/** A warning or an error that nobody expected fails the test in which it appears. */
// a slow machine is no failure; a hang still is one
jest.setTimeout(30_000);

const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      // says only that the machine was slower than the test, nothing of what a person would see
      if (String(words[0]).includes('not wrapped in act(')) return;
      complaints.push(`console.${level}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(complaints).toEqual([]);
});
