/** Stands for every style sheet in tests of screens. */
module.exports = new Proxy({}, { get: (_target, name) => (name === '__esModule' ? undefined : name) });
