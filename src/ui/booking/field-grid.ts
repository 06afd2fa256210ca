/** How the fields of a form stand: side by side where there is room, each wide enough for a thumb on phones. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useFieldStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  group: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.25fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
  /** Two of a kind: a date does not fit beside a wider one where the page is as narrow as Outlook's pane. */
  even: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  input: {
    width: '100%',
    minWidth: 0,
    '> input': { minWidth: 0, width: '100%' },
    // what is typed has a direction of its own, what stands there before it has the page's
    '> input:placeholder-shown': { direction: 'inherit' },
    '@media (max-width: 639.98px)': { minHeight: '44px', '> select': { height: '44px' } },
    '@media (pointer: coarse)': { minHeight: '44px', '> select': { height: '44px' } },
  },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  legend: {
    padding: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});
