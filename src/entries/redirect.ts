/** The page to which Entra returns: hands the answer to the window that asked, and runs nothing else. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// opened without an answer there is nothing to hand over
broadcastResponseToMainFrame().catch(() => undefined);
