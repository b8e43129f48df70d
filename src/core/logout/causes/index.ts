import type { Cause } from '../loss.ts';
import { browserRestarted } from './browser-restarted.ts';
import { cachedResponse } from './cached-response.ts';
import { cipherChanged } from './cipher-changed.ts';
import { clearedByServer } from './cleared-by-server.ts';
import { clearedByStaleClient } from './cleared-by-stale-client.ts';
import { clearedInBrowser } from './cleared-in-browser.ts';
import { cookieExpired } from './cookie-expired.ts';
import { crossSiteRequest } from './cross-site-request.ts';
import { csrfReset } from './csrf-reset.ts';
import { digestChanged } from './digest-changed.ts';
import { droppedTooLarge } from './dropped-too-large.ts';
import { envelopeExpired } from './envelope-expired.ts';
import { foreignApp } from './foreign-app.ts';
import { hostChanged } from './host-changed.ts';
import { insecureOrigin } from './insecure-origin.ts';
import { lostUpdate } from './lost-update.ts';
import { mixedFleet } from './mixed-fleet.ts';
import { neverStored } from './never-stored.ts';
import { notALogout } from './not-a-logout.ts';
import { overflowException } from './overflow-exception.ts';
import { pathChanged } from './path-changed.ts';
import { prefetchedSignOut } from './prefetched-sign-out.ts';
import { purposeMismatch } from './purpose-mismatch.ts';
import { refusedByBrowser } from './refused-by-browser.ts';
import { removedByScript } from './removed-by-script.ts';
import { secretChanged } from './secret-changed.ts';
import { serializerChanged } from './serializer-changed.ts';
import { serverRevoked } from './server-revoked.ts';
import { sessionReset } from './session-reset.ts';
import { shadowed } from './shadowed.ts';
import { signedOut } from './signed-out.ts';
import { storeEvicted } from './store-evicted.ts';
import { storeNotShared } from './store-not-shared.ts';
import { tampered } from './tampered.ts';
import { thirdPartyContext } from './third-party-context.ts';
import { timedOut } from './timed-out.ts';
import { tooManyCookies } from './too-many-cookies.ts';

/** Every cause; of two that are as sure the earlier is named, since it says more. */
export const CAUSES: readonly Cause[] = [
  prefetchedSignOut,
  signedOut,
  notALogout,
  overflowException,
  droppedTooLarge,
  insecureOrigin,
  thirdPartyContext,
  refusedByBrowser,
  cachedResponse,
  shadowed,
  foreignApp,
  crossSiteRequest,
  hostChanged,
  pathChanged,
  cookieExpired,
  tooManyCookies,
  mixedFleet,
  purposeMismatch,
  envelopeExpired,
  tampered,
  cipherChanged,
  digestChanged,
  secretChanged,
  serializerChanged,
  clearedByStaleClient,
  clearedByServer,
  lostUpdate,
  storeNotShared,
  neverStored,
  storeEvicted,
  timedOut,
  csrfReset,
  serverRevoked,
  browserRestarted,
  removedByScript,
  clearedInBrowser,
  sessionReset,
];
