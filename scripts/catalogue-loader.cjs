/** Compiles the messages of one catalogue while webpack bundles it, so that the page carries no ICU parser. */
const { compileMessageOrThrow } = require('@lingui/message-utils/compileMessage');

module.exports = function catalogueLoader(source) {
  const messages = Object.entries(JSON.parse(source));
  return JSON.stringify(Object.fromEntries(messages.map(([key, text]) => [key, compileMessageOrThrow(text)])));
};
