import { cookieSizes } from '../core/cookies/cookie-size.ts';
import { parseSetCookie } from '../core/cookies/set-cookie.ts';
import type { Explanation } from '../core/readers/explanation/explanation.ts';
import type { Repair } from '../core/readers/explanation/repair.ts';
import type { CookieRole, Reading, SealedCookie } from '../core/readers/reader.ts';
import { explanationText } from '../core/report/explanations/explanation-info.ts';
import { repairText } from '../core/report/explanations/repair-info.ts';
import { writePayloadJson } from '../core/serializers/payload-json.ts';
import { thousands } from '../core/thousands.ts';
import { describeState } from './state-text.ts';
import { painter, printable, printableLine } from './text-style.ts';

/** What `open` found out about a value. */
export interface Opened {
  readonly reading: Reading | null;
  readonly explanation: Explanation | null;
  readonly repair: Repair | null;
}

/** `sessionscope open` as text: how it is sealed, why it does not open and what would, how large it is, and what is in it. */
export function printOpened(name: string, cookie: SealedCookie, { reading, explanation, repair }: Opened, colour: boolean): string {
  const paint = painter(colour);
  const { rails, wire, limit } = cookieSizes(parseSetCookie(`${cookie.name}=${cookie.value}`));
  const lines = [
    paint(printableLine(name), 'bold'),
    ...(reading === null ? [] : readingLines(reading)),
    ...(explanation === null ? [] : explanationLines(explanation, name)),
    ...(repair === null ? [] : [`repair    ${printableLine(repairText(repair))}`]),
    `size      ${thousands(rails)} bytes as Rails counts, ${thousands(wire)} of ${thousands(limit)} on the wire`,
    ...(reading?.data ? ['', printable(writePayloadJson(reading.data, reading.serializer, 2))] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function explanationLines(explanation: Explanation, name: string): readonly string[] {
  const { title, sentence, remedy } = explanationText(explanation, name);
  return [`reason    ${title} (stage: ${explanation.stage}). ${printableLine(sentence)}`, `remedy    ${printableLine(remedy)}`];
}

function readingLines(reading: Reading): readonly string[] {
  const { key, purpose, expires, identifier } = reading;
  const role = roleWords(reading.role);
  return [
    ...(role === null ? [] : [`cookie    ${role}`]),
    `state     ${describeState(reading)}`,
    ...(identifier === null ? [] : [`public    ${identifier.publicId}`, `private   ${identifier.privateId}`]),
    ...(key === null
      ? []
      : [
          `key       “${printableLine(key.secret)}”${key.digest === null ? '' : `, ${key.digest}, salt “${printableLine(key.salt ?? '')}”`}`,
        ]),
    ...(purpose === null ? [] : [`purpose   ${printableLine(purpose)}`]),
    ...(expires === null ? [] : [`expires   ${printableLine(expires)}`]),
  ];
}

/** Null for a session, which is what is asked for. */
function roleWords(role: CookieRole): string | null {
  switch (role) {
    case 'session':
      return null;
    case 'rails8-session-id':
      return 'sign-in of Rails 8 (id of a row in sessions)';
    case 'remember-token':
      return 'remember-me token';
    case 'signed-cookie':
      return 'signed cookie, no session';
    case 'encrypted-cookie':
      return 'encrypted cookie, no session';
  }
}
