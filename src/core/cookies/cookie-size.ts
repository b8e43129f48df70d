/** All in bytes (report.md, `size`). */
export interface CookieSizes {
  /** Name + value before percent-encoding: what Rails 8.1 counts. */
  readonly rails: number;
  /** Value before percent-encoding: what Rails counts before 8.1. */
  readonly railsValue: number;
  /** Name + value as sent: what browsers count. */
  readonly wire: number;
  /** The whole line. */
  readonly line: number;
  readonly limit: 4096;
}
