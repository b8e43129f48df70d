import type { RequestContext } from '../../../src/core/cookies/request-context.ts';

/** The day on which the browsers were observed; dates in their lines are judged by it. */
export const OBSERVED = Date.UTC(2026, 10, 21, 12);

/** A typed address, unless told otherwise. */
export function request(url: string, told: Partial<RequestContext> = {}): RequestContext {
  return {
    url,
    at: OBSERVED,
    method: 'GET',
    site: 'none',
    topLevel: true,
    topLevelSite: null,
    credentials: true,
    storageAccess: null,
    ...told,
  };
}

/** A fetch with credentials from a page of another site. */
export const FROM_ELSEWHERE = { site: 'cross-site', topLevel: false, topLevelSite: 'https://elsewhere.example' } as const;
