/** Checks that both manifests, the code and package.json say the same: version, ids, permissions, and who hides whom. */
import { product, version } from './product.mjs';
import { findNode, listNodes } from './parse-xml.mjs';

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const say = (list) => (Array.isArray(list) ? list.join(', ') || 'none' : String(list));

/** One line where a value is not what it must be. */
const expect = (file, what, found, wanted) =>
  isSame(found, wanted) ? [] : [`${file}: ${what} is ${say(found)}, must be ${say(wanted)}`];

function checkVersions(manifest, xml) {
  return [
    ...expect('manifest.json', 'version', manifest.version, version),
    ...(xml ? expect('manifest.xml', 'Version', findNode(xml, 'Version')?.text, `${version}.0`) : []),
    ...expect('manifest.json', 'manifestVersion', manifest.manifestVersion, product.schemaVersion),
    ...(String(manifest.$schema).includes(`/v${manifest.manifestVersion}/`)
      ? []
      : [`manifest.json: $schema is ${manifest.$schema}, must be that of version ${manifest.manifestVersion}`]),
  ];
}

/** In both places the same registration; the twin has an id of its own, and the unified manifest hides it by that. */
function checkIds(manifest, xml) {
  const { id, webApplicationInfo: web = {} } = manifest;
  const hidden = (manifest.extensions?.[0]?.alternates ?? []).flatMap(
    ({ hide }) => hide?.customOfficeAddin?.officeAddinId ?? [],
  );
  const own = String(web.resource)
    .toLowerCase()
    .endsWith(`/${String(web.id).toLowerCase()}`)
    ? []
    : [`manifest.json: webApplicationInfo.resource ${web.resource} must end with the client id ${web.id}`];
  if (!xml) return own;
  const twinId = findNode(xml, 'Id')?.text;
  const twin = findNode(xml, 'VersionOverrides/VersionOverrides/WebApplicationInfo');
  return [
    ...own,
    ...expect('manifest.json', 'the hidden add-in', hidden, [twinId]),
    ...(twinId === id ? [`manifest.xml: Id ${twinId} must not be the id of the unified manifest`] : []),
    ...expect('manifest.xml', 'WebApplicationInfo Id', findNode(twin, 'Id')?.text, web.id),
    ...expect('manifest.xml', 'WebApplicationInfo Resource', findNode(twin, 'Resource')?.text, web.resource),
  ];
}

/** Until the one hides the other, and in the administrator's lists always, people must be able to tell them apart. */
function checkNames({ name }, xml) {
  const own = xml && findNode(xml, 'DisplayName')?.attributes.DefaultValue;
  return own !== undefined && own === name?.short
    ? [`manifest.xml: DisplayName ${own} must not be the name of the unified manifest`]
    : [];
}

function checkScopes(manifest, xml, scopes) {
  const nested = manifest.webApplicationInfo?.nestedAppAuthInfo ?? [];
  const twin = xml && findNode(xml, 'VersionOverrides/VersionOverrides/WebApplicationInfo/Scopes');
  return [
    ...(nested.length === 1 ? [] : ['manifest.json: webApplicationInfo must have one nestedAppAuthInfo']),
    ...nested.flatMap((one) => expect('manifest.json', 'nestedAppAuthInfo scopes', one.scopes, scopes.base)),
    ...(xml
      ? expect('manifest.xml', 'Scopes', twin?.children.map(({ text }) => text) ?? [], [
          'openid',
          'profile',
          ...scopes.base,
        ])
      : []),
    ...expect(
      'product.json',
      'graphPermissions',
      product.registration.graphPermissions.map(({ value }) => value).sort(),
      [...scopes.all].sort(),
    ),
  ];
}

/** The same right to the open item, the same least version of the mailbox, in both. */
function checkRights(manifest, xml) {
  const rights = (manifest.authorization?.permissions?.resourceSpecific ?? []).map(({ name }) => name);
  const capabilities = (requirements) => (requirements?.capabilities ?? []).map(({ minVersion }) => minVersion);
  const sets = xml ? [...listNodes(xml)].filter(({ name }) => /^(bt:)?Sets?$/.test(name)) : [];
  const least = sets.flatMap(({ attributes }) => attributes.MinVersion ?? attributes.DefaultMinVersion ?? []);
  return [
    ...expect('manifest.json', 'the right to the open item', rights, ['MailboxItem.ReadWrite.User']),
    ...(xml ? expect('manifest.xml', 'Permissions', findNode(xml, 'Permissions')?.text, 'ReadWriteItem') : []),
    ...expect('manifest.json', 'the Mailbox version', capabilities(manifest.extensions?.[0]?.requirements), [
      product.mailbox,
    ]),
    ...least.flatMap((one) => expect('manifest.xml', 'the Mailbox version', one, product.mailbox)),
  ];
}

/** Teams waits for a page that says it is loaded, and the tab does: a promise of the code that the manifest has to keep. */
const checkIndicator = ({ showLoadingIndicator }) =>
  expect('manifest.json', 'showLoadingIndicator', showLoadingIndicator, true);

const CONTEXTS = ['mailRead', 'mailCompose', 'meetingDetailsOrganizer', 'meetingDetailsAttendee'];

function checkContexts(manifest) {
  const extension = manifest.extensions?.[0] ?? {};
  const ribbons = extension.ribbons ?? [];
  const contexts = ribbons.flatMap((ribbon) => ribbon.contexts ?? []);
  const actions = (extension.runtimes ?? []).flatMap((runtime) => runtime.actions ?? []).map(({ id }) => id);
  const used = ribbons
    .flatMap(({ tabs = [] }) => tabs)
    .flatMap(({ groups = [] }) => groups)
    .flatMap(({ controls = [] }) => controls.map(({ actionId }) => actionId));
  return [
    ...expect('manifest.json', 'the contexts of the Outlook extension', [...contexts].sort(), [...CONTEXTS].sort()),
    ...used
      .filter((id) => !actions.includes(id))
      .map((id) => `manifest.json: a button starts ${id}, which is no action`),
  ];
}

/** @param {{ base: string[], all: string[] }} scopes as the code has them */
export function checkAgreement({ manifest, xml }, scopes) {
  return [
    ...checkVersions(manifest, xml),
    ...checkIds(manifest, xml),
    ...checkNames(manifest, xml),
    ...checkScopes(manifest, xml, scopes),
    ...checkRights(manifest, xml),
    ...checkIndicator(manifest),
    ...checkContexts(manifest),
  ];
}
