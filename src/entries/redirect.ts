/** The page to which Entra returns: hands the answer to the window that asked, and runs nothing else. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // without an answer there is nothing to hand over: Entra leads back here after signing out
  if (window.parent === window && window.opener === null) location.replace('/tab');
});
