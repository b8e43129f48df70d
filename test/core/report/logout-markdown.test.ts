import { describe, expect, it } from 'vitest';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { CAUSE_TITLES } from '../../../src/core/logout/cause-title.ts';
import type { LogoutCause } from '../../../src/core/logout/logout.ts';
import { message } from '../../../src/core/message.ts';
import { evidenceSteps } from '../../../src/core/report/evidence-steps.ts';
import { printLogoutMarkdown } from '../../../src/core/report/logout-markdown.ts';
import { redactLogout } from '../../../src/core/report/redact.ts';
import { RAILS } from '../applications.ts';
import { logout, logoutView } from './logout-views.ts';

describe('a verdict as Markdown', () => {
  it('has the verdict, the evidence in order, the remedy, what was ruled out, and the page', () => {
    const text = printLogoutMarkdown(logoutView());
    const info = causeInfo['dropped-too-large'];
    expect(text).toMatch(/^## .+ \(certain\)\n\n/);
    expect(text).toContain('Cause: `dropped-too-large` · Cookie: `_app_session` · When: 2026-01-15 10:02:15 UTC');
    expect(text).toContain('1. 10:02:14 UTC `POST https://app.test/sign_in` → 302  \n   This request signed in. The browser refused');
    expect(text).toContain('2. 10:02:15 UTC `GET https://app.test/home` → 302');
    for (const { language, lines } of info.remedy(logout(), RAILS).snippets)
      expect(text).toContain(`\n\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`);
    expect(text).toContain(`Ruled out: ${message(CAUSE_TITLES['overflow-exception'])}; ${message(CAUSE_TITLES['cookie-expired'])}.`);
    expect(text).toContain('More in `docs/logout/dropped-too-large.md`.');
  });

  it('removes queries, fragments and credentials by default, and keeps them when asked to', () => {
    const text = printLogoutMarkdown(logoutView());
    for (const private_ of ['token', 't0ken', 'hunter2', 'next=', '#top']) expect(text).not.toContain(private_);
    expect(printLogoutMarkdown(logoutView(), 'none')).toContain('token=t0ken');
    const masked = printLogoutMarkdown(logoutView(), 'mask');
    expect(masked).toContain('sign_in?token=');
    expect(masked).not.toContain('t0ken');
  });

  it('redacts addresses inside the facts too, which the verdict may repeat', () => {
    const fact = { kind: 'another-path' as const, path: '/admin?key=t0ken', cookiePath: '/shop' };
    const view = logoutView({ cause: 'path-changed', evidence: [{ exchangeId: 'lost', fact }] });
    expect(redactLogout(view, 'remove').logout.evidence[0]?.fact).toEqual({ ...fact, path: '/admin' });
    expect(printLogoutMarkdown(view)).not.toContain('t0ken');
    const origins = { kind: 'another-application' as const, origin: 'https://u:t0ken@a.test', cookieOrigin: 'https://b.test?t0ken' };
    const other = logoutView({ cause: 'foreign-app', evidence: [{ exchangeId: 'lost', fact: origins }] });
    expect(printLogoutMarkdown(other)).not.toContain('t0ken');
  });

  it.each([
    ['HTML', '<img src=x>', '\\<img src=x\\>'],
    ['a link', '[a](b)', '\\[a\\](b)'],
    ['a mention', '@everyone', '@\u2060everyone'],
    ['a new line', 'a\n# b', 'a \\# b'],
  ])('shows %s in the name of a key as text', (_what, key, shown) => {
    const evidence = [{ exchangeId: 'lost', fact: { kind: 'heavy-key' as const, key, wire: 2310 } }];
    const text = printLogoutMarkdown(logoutView({ evidence }));
    expect(text).toContain(`“${shown}”`);
  });

  it('sets code that holds backticks with a longer fence, and takes a single one as text', () => {
    const named = printLogoutMarkdown(logoutView({ cookie: 'a`<b>' }));
    expect(named).toContain('Cookie: `` a`<b> ``');
    expect(named).not.toMatch(/[^\\`]<b>/);
  });

  it('is written for every cause, with and without a cookie and evidence', () => {
    for (const cause of Object.keys(causeInfo) as LogoutCause[]) {
      for (const cookie of ['_app_session', null]) {
        const text = printLogoutMarkdown(logoutView({ cause, cookie, evidence: [] }));
        expect(text).not.toMatch(/undefined|NaN|“null”|\n\n\n/);
      }
    }
  });
});

describe('the steps of the evidence', () => {
  it('joins facts of one exchange that follow one another, and keeps their order', () => {
    const facts = ['set', 'set', 'lost', 'set'].map((exchangeId) => ({ exchangeId, fact: { kind: 'deleted' as const } }));
    const steps = evidenceSteps(logoutView({ evidence: facts }));
    expect(steps.map(({ exchange, facts: told }) => [exchange?.id, told.length])).toEqual([
      ['set', 2],
      ['lost', 1],
      ['set', 1],
    ]);
  });

  it('says nothing of an exchange that is gone', () => {
    const steps = evidenceSteps(logoutView({ evidence: [{ exchangeId: 'gone', fact: { kind: 'deleted' } }] }));
    expect(steps).toEqual([{ id: 'gone', exchange: null, facts: [{ kind: 'deleted' }] }]);
  });
});
