import type { IncomingHttpHeaders } from 'node:http';

/** How a request came about: every kind has cookie names of its own, so that a lost line is told by its name. */
export type Kind =
  | 'step'
  | 'sign-in'
  | 'fetch'
  | 'same-url'
  | 'xhr'
  | 'redirected'
  | 'frame'
  | 'foreign-frame'
  | 'not-modified'
  | 'no-content'
  | 'worker'
  | 'image'
  | 'beacon'
  | 'error-page'
  | 'reset'
  | 'hasty-fetch'
  | 'hasty-page'
  | 'end';

/** A Set-Cookie line that the server wrote. `value` occurs once in the whole log. */
export interface LoggedLine {
  readonly request: number;
  readonly kind: Kind;
  readonly host: string;
  readonly name: string;
  readonly value: string;
}

export interface LoggedRequest {
  readonly number: number;
  readonly kind: Kind;
  readonly method: string;
  readonly url: string;
  /** `name=value` as the browser sent them. */
  readonly cookies: readonly string[];
}

/** What the server saw and wrote: the truth that a recording is compared with. */
export class TrafficLog {
  readonly lines: LoggedLine[] = [];
  readonly requests: LoggedRequest[] = [];

  request(kind: Kind, method: string, url: string, headers: IncomingHttpHeaders): LoggedRequest {
    const cookies = headers.cookie?.split('; ') ?? [];
    const request = { number: this.requests.length, kind, method, url, cookies };
    this.requests.push(request);
    return request;
  }

  /** `count` new lines for the response to this request; three names per kind are used in turn. */
  setCookies(request: LoggedRequest, count: number, attributes: string): string[] {
    return Array.from({ length: count }, (_, index) => {
      const line: LoggedLine = {
        request: request.number,
        kind: request.kind,
        host: new URL(request.url).host,
        name: `${request.kind}_${(request.number + index) % 3}`,
        value: `value-${this.lines.length}-${request.number}`,
      };
      this.lines.push(line);
      return `${line.name}=${line.value}; ${attributes}`;
    });
  }
}
