/** The host's contrast theme, in a file of its own so that only the theme in use is fetched. */
import { teamsHighContrastTheme } from '@fluentui/react-components';

export const theme = { ...teamsHighContrastTheme, colorScheme: 'dark' };
