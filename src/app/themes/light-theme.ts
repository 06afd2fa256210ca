/** The host's light theme, in a file of its own so that only the theme in use is fetched. */
import { teamsLightTheme } from '@fluentui/react-components';

export const theme = { ...teamsLightTheme, colorScheme: 'light' };
