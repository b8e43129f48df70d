import { bareValue } from '../serializers/ruby-value.ts';
import { asHash, keyName } from '../session/hash.ts';
import type { Version } from '../session/version.ts';

/** Where applications put what went well; what went wrong is under `alert` or `error`. */
const GOOD_NEWS: ReadonlySet<string> = new Set(['notice', 'success', 'info', 'message']);

/** In the languages that applications are mostly written in. */
const SIGNED_OUT =
  /\b(?:signed|logged)[ -]?(?:out|off)\b|\bgood ?bye\b|\b(?:abgemeldet|ausgeloggt|déconnecté|sesión cerrada|cerrado sesión|saiu|disconnesso|uitgelogd)/i;

/** The flash tells the person, as good news, that they are signed out: so the application meant it. */
export function saysSignedOut(version: Version | null): boolean {
  const flash = asHash(version?.reading?.data ?? null)?.pairs.find(({ key }) => keyName(key) === 'flash')?.value ?? null;
  const flashes = asHash(flash)?.pairs.find(({ key }) => keyName(key) === 'flashes')?.value ?? null;
  return (asHash(flashes)?.pairs ?? []).some(({ key, value }) => {
    const text = bareValue(value);
    return GOOD_NEWS.has(keyName(key) ?? '') && text.type === 'string' && SIGNED_OUT.test(text.text);
  });
}
