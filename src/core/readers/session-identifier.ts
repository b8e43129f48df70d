/** The two ids of a session that is kept on the server. */
export interface SessionIdentifier {
  /** What the cookie holds. */
  readonly publicId: string;
  /** What the store is asked for: `2::` and the SHA-256 of the public id in hex. */
  readonly privateId: string;
}

/**
 * The ids of a session from its public id. Source: `Rack::Session::SessionId#private_id`, which Rack has since 1.6.12 and 2.0.8 and
 * Rails since 5.2.4.1 and 6.0.2.1 (CVE-2019-16782).
 */
export async function identifierOf(publicId: string): Promise<SessionIdentifier> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(publicId)));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { publicId, privateId: `2::${hex}` };
}
