/** Opens an event of one's own calendar in Outlook on the web. */
import type { Host } from '../../host/host.ts';

/** The form Microsoft documents beside the event's own `webLink`, for an event of which only the id is known. */
export function openInOutlook(host: Pick<Host, 'openLink'>, eventId: string): void {
  host.openLink(`https://outlook.office365.com/calendar/item/${encodeURIComponent(eventId)}`);
}
