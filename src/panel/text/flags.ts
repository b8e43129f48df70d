import type { CookieFlags } from '../../core/report/response-row.ts';
import { message } from './message.ts';

/** One of the fixed places of the flags column. */
export interface FlagPlace {
  readonly letter: string;
  readonly state: 'set' | 'missing' | 'unset';
  readonly text: string;
}

const sameSiteLetter = (sameSite: string): string => (/^(Lax|Strict|None)$/.test(sameSite) ? sameSite.charAt(0) : '?');

/** H S L P: a missing flag is struck only where its absence is a warning or an error. */
export function flagPlaces(flags: CookieFlags): readonly FlagPlace[] {
  const place = (letter: string, set: boolean, name: 'httpOnly' | 'secure' | 'sameSite', yes: string, no: string): FlagPlace => {
    if (set) return { letter, state: 'set', text: yes };
    return { letter, state: flags.missing.includes(name) ? 'missing' : 'unset', text: no };
  };
  const { sameSite } = flags;
  return [
    place('H', flags.httpOnly, 'httpOnly', 'HttpOnly', message('flagsNoHttpOnly')),
    place('S', flags.secure, 'secure', 'Secure', message('flagsNoSecure')),
    place(
      sameSite === null ? 'L' : sameSiteLetter(sameSite),
      sameSite !== null,
      'sameSite',
      `SameSite=${sameSite}`,
      message('flagsNoSameSite'),
    ),
    { letter: 'P', state: flags.partitioned ? 'set' : 'unset', text: flags.partitioned ? 'Partitioned' : message('flagsNotPartitioned') },
  ];
}

/** The whole column as text: what is set, then what is missing. */
export function flagsText(flags: CookieFlags): string {
  const places = flagPlaces(flags);
  const texts = (state: FlagPlace['state']): string[] => places.filter((place) => place.state === state).map((place) => place.text);
  return [...texts('set'), ...texts('missing')].join(', ') || message('flagsNone');
}
