/** Reads from the source code itself which Graph permissions it asks for, so that no list of them can lag behind. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { root } from './product.mjs';

function toValue(node) {
  if (node.type === 'TsConstAssertion' || node.type === 'TsAsExpression') return toValue(node.expression);
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'ArrayExpression') return node.elements.map((element) => element && toValue(element.expression));
  if (node.type === 'ObjectExpression')
    return Object.fromEntries(
      node.properties.map((property) => [property.key?.value, property.value && toValue(property.value)]),
    );
  return undefined;
}

/** Where such lists may stand; the file is found by the name it exports, so that a list can move. */
const PLACES = ['src/domain/contract', 'src/domain/policy', 'server'];

function findSource(name) {
  const files = PLACES.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, place, file)),
  );
  const sources = files
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => text.includes(`export const ${name}`));
  if (sources.length !== 1) throw new Error(`${sources.length} files of the code export ${name}; it must be one`);
  return sources[0];
}

/** Throws where the code exports no such constant, or one that only running it could tell. */
function readConstant(name) {
  const { body } = parseSync(findSource(name), { syntax: 'typescript' });
  const declarations = body.flatMap((node) =>
    node.type === 'ExportDeclaration' && node.declaration.type === 'VariableDeclaration'
      ? node.declaration.declarations
      : [],
  );
  const found = declarations.find(({ id }) => id.value === name);
  const value = found?.init && toValue(found.init);
  if (value === undefined) throw new Error(`${name} is no plain list in the code`);
  return value;
}

let scopes;

/**
 * Read once: the code does not change under us.
 * @returns {{ base: string[], all: string[], adminConsent: string[] }} asked at the first sign-in; ever asked for; for an administrator alone to agree to
 */
export function readCodeScopes() {
  scopes ??= {
    base: readConstant('BASE_SCOPES'),
    all: [...new Set([...readConstant('REQUIRED_SCOPES'), ...Object.values(readConstant('FEATURE_SCOPES')).flat()])],
    adminConsent: readConstant('ADMIN_CONSENT_SCOPES'),
  };
  return scopes;
}
