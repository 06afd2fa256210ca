/** Holds the add-in-only manifest against Microsoft's element order, limits and references. */
import { ELEMENTS, TEXTS } from './xml-grammar.mjs';
import { findNode, listNodes } from './parse-xml.mjs';

const RULE = /^([\w:]+)([?*+]?) (\w+)$/;
const MUST = ['', '+'];
const MANY = ['*', '+'];
const NAMESPACES = {
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
};

const quote = ({ name, attributes }) => {
  const mark = attributes['xsi:type'] ?? attributes.id;
  return mark === undefined ? `<${name}>` : `<${name} ${mark}>`;
};

function checkText(where, kind, text) {
  const problem = TEXTS[kind](text);
  return problem === undefined ? [] : [`${where} ${problem}`];
}

function checkAttributes(node, { attributes = {}, types, namespace }) {
  const where = quote(node);
  const problems = [];
  const known = new Set(Object.keys(attributes).map((name) => name.replace('?', '')));
  for (const [name, kind] of Object.entries(attributes)) {
    const value = node.attributes[name.replace('?', '')];
    if (value !== undefined) problems.push(...checkText(`${where} ${name.replace('?', '')}`, kind, value));
    else if (!name.endsWith('?')) problems.push(`${where} lacks its attribute ${name}`);
  }
  for (const name of Object.keys(node.attributes))
    if (!known.has(name) && !/^xmlns(:|$)/.test(name) && !(types && name === 'xsi:type'))
      problems.push(`${where} may not have an attribute ${name}`);
  if (types && !types.includes(node.attributes['xsi:type']))
    problems.push(`<${node.name}> must have the xsi:type ${types.join(' or ')}`);
  if (namespace && node.attributes.xmlns !== namespace) problems.push(`${where} must have the xmlns ${namespace}`);
  return problems;
}

/** In the order of the grammar, each as often as it may. */
function checkChildren(node, rules) {
  const where = quote(node);
  const problems = [];
  const names = rules.map(([name]) => name);
  let last = 0;
  for (const { name } of node.children) {
    const at = names.indexOf(name);
    if (at < 0) problems.push(`<${name}> does not belong in ${where}`);
    else if (at < last) problems.push(`<${name}> is out of order in ${where}: it stands before <${names[last]}>`);
    else last = at;
  }
  for (const [name, often] of rules) {
    const count = node.children.filter((child) => child.name === name).length;
    if (count === 0 && MUST.includes(often)) problems.push(`${where} lacks <${name}>`);
    if (count > 1 && !MANY.includes(often)) problems.push(`${where} has <${name}> ${count} times`);
  }
  return problems;
}

function checkReference(node, { refersTo }, resources) {
  const { resid } = node.attributes;
  if (refersTo === undefined || resid === undefined || resources.get(refersTo)?.has(resid)) return [];
  return [`${quote(node)} refers to ${resid}, which its Resources do not have as ${refersTo}`];
}

/** Kind of resource → the ids that exist. Strings are told apart by the list they stand in. */
function listResources(overrides) {
  const kinds = new Map();
  for (const list of findNode(overrides, 'Resources')?.children ?? []) {
    const kind = { 'bt:Images': 'bt:Image', 'bt:Urls': 'bt:Url' }[list.name] ?? list.name;
    kinds.set(kind, new Set(list.children.map(({ attributes }) => attributes.id)));
  }
  return kinds;
}

function checkUniqueIds(overrides) {
  const ids = (findNode(overrides, 'Resources')?.children ?? []).flatMap((list) =>
    list.children.map(({ attributes }) => attributes.id),
  );
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => `${quote(overrides)} has the resource ${id} more than once`);
}

function checkElement(node, kind, context) {
  const element = ELEMENTS[kind];
  const isOverrides = node.name === 'VersionOverrides';
  const inner = isOverrides ? { schema: node.attributes['xsi:type'], resources: listResources(node) } : context;
  const rules = (element.children ?? []).map((rule) => RULE.exec(rule).slice(1));
  const problems = [
    ...checkAttributes(node, element),
    ...(element.text ? checkText(quote(node), element.text, node.text) : []),
    ...(element.text || node.text === '' ? [] : [`${quote(node)} may not hold text`]),
    ...checkChildren(node, rules),
    ...checkReference(node, element, inner.resources),
    ...(isOverrides ? checkUniqueIds(node) : []),
  ];
  if (element.onlyIn && element.onlyIn !== inner.schema)
    problems.push(`<${node.name}> may stand in ${element.onlyIn} only, not in ${inner.schema}`);
  for (const size of element.sizes ?? [])
    if (!node.children.some(({ attributes }) => attributes.size === size))
      problems.push(`<${node.name}> lacks the size ${size}, which Outlook needs`);
  for (const child of node.children) {
    const rule = rules.find(([name]) => name === child.name);
    if (rule) problems.push(...checkElement(child, rule[2], inner));
  }
  return problems;
}

/** How high a pane below a message is; beside a draft the pane has all of the height. */
function checkForms(root) {
  const forms = findNode(root, 'FormSettings')?.children ?? [];
  return forms.flatMap((form) => {
    const isRead = form.attributes['xsi:type'] === 'ItemRead';
    const hasHeight = findNode(form, 'DesktopSettings/RequestedHeight') !== undefined;
    if (isRead === hasHeight) return [];
    return [`${quote(form)} ${isRead ? 'lacks its' : 'may not have a'} <RequestedHeight>`];
  });
}

/** Ids of groups and controls are unique within the form factor. */
function listTwice(factor) {
  const ids = [...listNodes(factor)].flatMap(({ name, attributes }) =>
    name === 'Group' || name === 'Control' ? (attributes.id ?? []) : [],
  );
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => `<DesktopFormFactor> has the id ${id} more than once`);
}

/** An appointment's pane can't be pinned, and every place where Outlook can open the pane must be there in both schemas. */
function checkSurfaces(root) {
  const problems = [];
  const wanted = ELEMENTS.surface.types;
  for (const factor of [...listNodes(root)].filter(({ name }) => name === 'DesktopFormFactor')) {
    problems.push(...listTwice(factor));
    const found = factor.children.flatMap(({ attributes }) => attributes['xsi:type'] ?? []);
    for (const surface of wanted.filter((one) => !found.includes(one)))
      problems.push(`<DesktopFormFactor> lacks the ExtensionPoint ${surface}`);
    for (const point of factor.children.filter(({ attributes }) => /^Appointment/.test(attributes['xsi:type'] ?? '')))
      if ([...listNodes(point)].some(({ name }) => name === 'SupportsPinning'))
        problems.push(`${quote(point)} may not be pinned: Outlook pins panes of messages only`);
  }
  return problems;
}

/** @returns {string[]} every problem, in the order of the file */
export function checkXml(root) {
  if (root.name !== 'OfficeApp') return ['the root element must be <OfficeApp>'];
  const prefixes = Object.entries(NAMESPACES)
    .filter(([name, value]) => root.attributes[name] !== value)
    .map(([name, value]) => `<OfficeApp> must have the ${name} ${value}`);
  const context = { schema: 'the base manifest', resources: new Map() };
  return [...prefixes, ...checkElement(root, 'OfficeApp', context), ...checkForms(root), ...checkSurfaces(root)];
}
