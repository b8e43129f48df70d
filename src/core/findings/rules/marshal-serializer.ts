import { type CookieRule, placeOf } from '../rule.ts';

/**
 * What is inside was written by Marshal, which builds any object when it is loaded. Signed, it starts with `BAh`, the base64 of 04 08:
 *
 *     Set-Cookie: _app_session=BAh7B0kiD3Nlc3Npb25faWQ…--0c8e…; path=/; HttpOnly
 */
export const marshalSerializer: CookieRule = {
  kind: 'marshal-serializer',
  about: 'cookie',
  check(subject) {
    const { reading } = subject;
    if (subject.deleted || reading?.serializer !== 'marshal') return [];
    const parameters = { framework: reading.framework, secret: reading.layout !== 'rack-plain' };
    return [{ kind: 'marshal-serializer', severity: 'warning', ...placeOf(subject), parameters }];
  },
};
