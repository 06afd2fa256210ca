/** Takes out of npm's bill of materials what differs from run to run and machine to machine: it is of the lock file, and of nothing else. */
import { createHash } from 'node:crypto';

const bySpelling = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** A name-based UUID (RFC 9562, version 8: of a hash of our own choice). */
function toSerialNumber(text) {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** Name and version of what is no development dependency. npm's own `--omit=dev` also leaves out what both kinds need. */
function listShipped(lock) {
  const entries = Object.entries(JSON.parse(lock).packages).filter(([path, { dev }]) => path !== '' && !dev);
  return new Set(
    entries.map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')}@${version}`),
  );
}

/**
 * npm names the product after the folder it lies in, and itself with its release.
 * @param {object} bom as `npm sbom --sbom-format=cyclonedx` writes it
 * @param {{ name: string, lock: string }} of the product's name, and the text of its lock file
 */
export function toStableBom(bom, { name, lock }) {
  const { component, lifecycles } = bom.metadata;
  const shipped = listShipped(lock).add(component['bom-ref']);
  return {
    ...bom,
    serialNumber: toSerialNumber(lock),
    metadata: {
      lifecycles,
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: { ...component, name, type: 'application' },
    },
    components: bom.components
      .filter((one) => shipped.has(one['bom-ref']))
      .toSorted((one, other) => bySpelling(one['bom-ref'], other['bom-ref'])),
    dependencies: bom.dependencies
      .filter(({ ref }) => shipped.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => shipped.has(one)).toSorted(bySpelling),
      }))
      .toSorted((one, other) => bySpelling(one.ref, other.ref)),
  };
}
