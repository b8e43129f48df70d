/** The demo's secret_key_base. Not a secret: 128 hex digits that spell “sessionscopedemo” eight times, so that nobody takes them for real ones. */
export const DEMO_SECRET = '5e551095c09ede30'.repeat(8);

/** What the secret was before the demo's imaginary deploy; the page about rotation still accepts it. */
export const OLD_DEMO_SECRET = '01d5ec2e70de3000'.repeat(8);
