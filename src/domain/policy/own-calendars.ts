/** Decides which calendars are the user's own; those of others are left alone even where the token could read them. */

/** What the directory says of the user's addresses; each may be missing. */
interface Addresses {
  readonly mail?: string | null;
  readonly userPrincipalName?: string | null;
  /** `SMTP:` (primary) and `smtp:` entries are addresses, others (X500, sip) are not. */
  readonly proxyAddresses?: readonly string[] | null;
}

/** All addresses that mean the user, in lower case. */
export function toOwnAddresses({ mail, userPrincipalName, proxyAddresses }: Addresses): ReadonlySet<string> {
  const proxies = (proxyAddresses ?? [])
    .filter((proxy) => /^smtp:/i.test(proxy))
    .map((proxy) => proxy.slice('smtp:'.length));
  const all = [mail ?? '', userPrincipalName ?? '', ...proxies].map((address) => address.trim().toLowerCase());
  return new Set(all.filter((address) => address !== ''));
}

/** Own only when its owner has one of the user's addresses: a calendar that names no owner is left alone. */
export function isOwnCalendar(
  owner: { readonly address?: string } | undefined,
  ownAddresses: ReadonlySet<string>,
): boolean {
  const address = owner?.address?.trim().toLowerCase() ?? '';
  return address !== '' && ownAddresses.has(address);
}
