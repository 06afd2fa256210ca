/** A language in which everything that we say stands in brackets, so that what does not come from the catalogues shows. */
import type { Words } from '../../src/ui/words/create-words.ts';

const wrap =
  <Args extends readonly unknown[], Result extends string | undefined>(say: (...args: Args) => Result) =>
  (...args: Args): Result => {
    const said = say(...args);
    return (said === undefined ? undefined : `⟦${said}⟧`) as Result;
  };

export function toPseudoWords(words: Words): Words {
  return {
    ...words,
    t: wrap(words.t),
    time: wrap(words.time),
    timeRange: wrap(words.timeRange),
    day: wrap(words.day),
    nearDay: wrap(words.nearDay),
    dateTime: wrap(words.dateTime),
    zoneName: wrap(words.zoneName),
    number: wrap(words.number),
    list: wrap(words.list),
    duration: wrap(words.duration),
    withClock: (clock) => toPseudoWords(words.withClock(clock)),
  };
}

const SAID = /⟦[^⟦⟧]*⟧/gu;
const NOTHING_TO_TRANSLATE = /^[\s\p{P}\p{S}]*$/u;

function stripSaid(text: string): string {
  const stripped = text.replace(SAID, '');
  return stripped === text ? text : stripSaid(stripped);
}

/** Text and names of elements that came from nowhere we can translate; what stands in `<bdi>` is data. */
export function listUntranslated(root: Element): readonly string[] {
  const found: string[] = [];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.closest('bdi, script, style, [data-testid="data"]') !== null) continue;
    // data within a sentence (`<bdi>`) parts its text
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join('');
    const names = ['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '');
    found.push(...[text, ...names].filter((each) => !NOTHING_TO_TRANSLATE.test(stripSaid(each))));
  }
  return found;
}
