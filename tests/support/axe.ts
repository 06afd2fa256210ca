/** Asks axe whether a screen can be used by everybody. */
import axe from 'axe-core';

/** Rule and place of each mistake; colours can't be seen in jsdom and are looked at in a real browser. */
export async function findAxeViolations(root: Element = document.body): Promise<readonly string[]> {
  // it measures letters where there is a canvas; jsdom has none and complains
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  const { violations } = await axe.run(root, {
    rules: {
      'color-contrast': { enabled: false },
      'link-in-text-block': { enabled: false },
      // measures letters on a canvas
      'label-content-name-mismatch': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
