/** Holds JSON against Microsoft's own schemas, which come with a package, and lists every error; no network. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { product, root } from './product.mjs';

const require = createRequire(join(root, 'package.json'));
const compiled = new Map();

/** The schemas are a package of the package that checks manifests. */
function readSchema(file) {
  const from = createRequire(require.resolve('office-addin-manifest'));
  const folder = join(dirname(from.resolve('@microsoft/app-manifest')), 'json-schemas/teams');
  return JSON.parse(readFileSync(join(folder, `v${product.schemaVersion}`, file), 'utf8'));
}

function getValidator(file) {
  if (!compiled.has(file)) {
    // some of Microsoft's own patterns are no regular expressions in Unicode mode
    const unicodeRegExp = !/Localization/.test(file);
    const ajv = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp });
    addFormats(ajv);
    compiled.set(file, ajv.compile(readSchema(file)));
  }
  return compiled.get(file);
}

function toSentence({ instancePath, message, params, keyword }) {
  const where = instancePath === '' ? 'the top level' : instancePath;
  const extra =
    keyword === 'additionalProperties'
      ? ` (${params.additionalProperty})`
      : keyword === 'enum'
        ? ` (${params.allowedValues.join(', ')})`
        : keyword === 'const'
          ? ` (${params.allowedValue})`
          : '';
  return `${where} ${message}${extra}`;
}

/** @param {'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json'} file */
function listSchemaErrors(file, value) {
  const validate = getValidator(file);
  return validate(value) ? [] : validate.errors.map(toSentence);
}

export const listManifestErrors = (manifest) => listSchemaErrors('MicrosoftTeams.schema.json', manifest);
export const listLanguageErrors = (language) => listSchemaErrors('MicrosoftTeams.Localization.schema.json', language);
