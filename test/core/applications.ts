import { type Application, UNKNOWN_APPLICATION } from '../../src/core/readers/application.ts';
import { type RailsSign, railsRange } from '../../src/core/readers/rails/rails-version.ts';

export const railsApplication = (store: Application['store'], ...signs: readonly RailsSign[]): Application => ({
  framework: 'rails',
  store,
  rails: railsRange(signs),
  rackSession: null,
});

/** Rails 7.1 or newer with sessions in its cookie. */
export const RAILS: Application = railsApplication('cookie', 'gcm', 'rack-3');

const rackApplication = (store: Application['store'], rackSession: Application['rackSession']): Application => ({
  ...UNKNOWN_APPLICATION,
  ...{ framework: 'rack', store, rackSession },
});

/** One of each kind whose remedies differ. */
export const APPLICATIONS: readonly (readonly [what: string, application: Application])[] = [
  ['nothing is known', UNKNOWN_APPLICATION],
  ['Rails 3', railsApplication('cookie', 'signed-session', 'rack-1')],
  ['Rails before 5.0', railsApplication('cookie', 'encrypted', 'rack-1')],
  ['Rails with CBC', railsApplication('cookie', 'encrypted')],
  ['Rails from 5.2', railsApplication('cookie', 'gcm')],
  ['Rails from 7.0', railsApplication('cookie', 'gcm', 'sha256')],
  ['Rails from 7.1', RAILS],
  ['Rails from 7.1 with a store on the server', railsApplication('server', 'rack-3')],
  ['Rails 8', railsApplication('cookie', 'generated-sign-in')],
  ['Rack 2', rackApplication('cookie', 'signed')],
  ['rack-session 2', rackApplication('cookie', 'encrypted')],
  ['Rack with a store on the server', rackApplication('server', null)],
];
