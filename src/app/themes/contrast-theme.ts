/** The host's contrast theme, in a file of its own so that only the theme in use is fetched. */
export { teamsHighContrastTheme as theme } from '@fluentui/react-components';
