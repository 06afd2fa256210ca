/** The host's dark theme, in a file of its own so that only the theme in use is fetched. */
export { teamsDarkTheme as theme } from '@fluentui/react-components';
