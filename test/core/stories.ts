import { readFileSync } from 'node:fs';

/** Ordered exchanges with a real application, as `stories.json` has them. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly secrets: readonly string[];
  readonly cookie_name: string;
  readonly exchanges: readonly StoryExchange[];
  readonly expected: {
    readonly causes: readonly (string | null)[];
    readonly findings: readonly string[];
    readonly absent: readonly string[];
  };
}

interface StoryExchange {
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly request_cookie: string | null;
  readonly status: number;
  readonly location?: string;
  readonly set_cookie: readonly string[];
  readonly body: string;
  /** What a browser does with each line. */
  readonly browser?: readonly { readonly stored: boolean }[] | string;
  readonly exception?: { readonly class: string; readonly message: string };
}

const file = new URL('../fixtures/vectors/stories.json', import.meta.url);
export const stories: readonly Story[] = JSON.parse(readFileSync(file, 'utf8')).stories;

export function storyById(id: string): Story {
  const story = stories.find((candidate) => candidate.id === id);
  if (story === undefined) throw new RangeError(`There is no story ${id}.`);
  return story;
}

/**
 * The story as a browser would export it. `errorPages` says whether the application shows what it raised, as in development,
 * or only that something went wrong.
 */
export function storyHar(story: Story, errorPages: 'development' | 'production' = 'development'): string {
  const entries = story.exchanges.map((exchange) => {
    const { exception } = exchange;
    const text = exception && errorPages === 'development' ? `<h1>${exception.class}</h1><h2>${exception.message}</h2>` : exchange.body;
    const cookie = exchange.request_cookie === null ? [] : [{ name: 'Cookie', value: exchange.request_cookie }];
    const location = exchange.location === undefined ? [] : [{ name: 'Location', value: exchange.location }];
    return {
      startedDateTime: exchange.at,
      time: 20,
      request: { method: exchange.method, url: exchange.url, headers: [{ name: 'Host', value: new URL(exchange.url).host }, ...cookie] },
      response: {
        status: exchange.status,
        headers: [...location, ...exchange.set_cookie.map((value) => ({ name: 'Set-Cookie', value }))],
        content: { mimeType: 'text/html', text },
      },
    };
  });
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'stories', version: '1' }, entries } });
}
