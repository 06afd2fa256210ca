/** The host's light theme, in a file of its own so that only the theme in use is fetched. */
export { teamsLightTheme as theme } from '@fluentui/react-components';
