/** HAR entries as `devtools.network` hands them over, with what a test wants different. */
export interface EntryOptions {
  readonly url?: string;
  readonly method?: string;
  /** Milliseconds since the epoch. */
  readonly at?: number;
  readonly status?: number;
  readonly cookies?: readonly string[];
  readonly carried?: string;
  readonly headersSize?: number;
  readonly httpVersion?: string;
  readonly resourceType?: string;
  readonly contentType?: string;
  readonly body?: string;
}

export function entry(options: EntryOptions = {}): Record<string, unknown> {
  const { status = 200, cookies = [], carried, headersSize = 120, httpVersion = 'HTTP/1.1', resourceType = 'fetch', body } = options;
  return {
    startedDateTime: new Date(options.at ?? 1_800_000_000_000).toISOString(),
    time: 12.5,
    _resourceType: resourceType,
    request: {
      method: options.method ?? 'GET',
      url: options.url ?? 'https://app.test/',
      headers: carried === undefined ? [] : [{ name: 'Cookie', value: carried }],
    },
    response: {
      status,
      httpVersion,
      headersSize,
      headers: [
        { name: 'Content-Type', value: options.contentType ?? 'text/html' },
        ...cookies.map((value) => ({ name: 'Set-Cookie', value })),
      ],
      content: body === undefined ? {} : { text: body },
    },
  };
}
