/** The host's dark theme, in a file of its own so that only the theme in use is fetched. */
import { teamsDarkTheme } from '@fluentui/react-components';

export const theme = { ...teamsDarkTheme, colorScheme: 'dark' };
