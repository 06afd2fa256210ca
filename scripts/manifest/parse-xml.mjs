/** Reads XML into plain nodes, or says why it is not well formed. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
});

function toNode(entry) {
  const name = Object.keys(entry).find((key) => key !== ':@');
  const inner = entry[name];
  return {
    name,
    attributes: entry[':@'] ?? {},
    text: inner.flatMap((child) => child['#text'] ?? []).join(''),
    children: inner.filter((child) => !Object.hasOwn(child, '#text')).map(toNode),
  };
}

/** @returns {{ root: { name: string, attributes: Record<string, string>, text: string, children: object[] } } | { problem: string }} */
export function parseXml(source) {
  // entities of one's own could fetch files and grow without end
  if (/<!(DOCTYPE|ENTITY)/i.test(source)) return { problem: 'has a DOCTYPE, which Office refuses' };
  const stranger = /&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)\S{0,12}/i.exec(source);
  if (stranger) return { problem: `is not well formed: ${stranger[0]} is no character of XML` };
  const verdict = XMLValidator.validate(source);
  if (verdict !== true) return { problem: `is not well formed: ${verdict.err.msg} (line ${verdict.err.line})` };
  try {
    const [first, ...others] = parser.parse(source).map(toNode);
    return first && others.length === 0 ? { root: first } : { problem: 'must have one root element' };
  } catch (error) {
    return { problem: `is not well formed: ${error.message}` };
  }
}

/** Every node under this one and itself, from top to bottom. */
export function* listNodes(node) {
  yield node;
  for (const child of node.children) yield* listNodes(child);
}

/** @param {string} path names with slashes between, below `node` */
export const findNode = (node, path) =>
  path.split('/').reduce((found, name) => found?.children.find((child) => child.name === name), node);
