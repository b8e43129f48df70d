export const HELP = `sessionscope – watches Set-Cookie traffic, opens sealed Rails sessions, and says what is wrong

  sessionscope audit <file.har | ->   checks every cookie that a recording's responses set
  sessionscope open --name COOKIE     opens one cookie from standard input

  sessionscope audit --help           options of a command
  sessionscope --version

Exit status: 0 nothing at or above --fail-on, 1 something is, 2 the input or the arguments are wrong.
`;

const SECRETS = `Secrets (secret_key_base; never as an argument, where the process list and the shell history show it):
  --secret-file FILE    one secret a line, newest first; label=secret names it; # starts a comment;
                        or JSON: [{ "label", "secret", "iterations", "digest", "salts", "cipherBits" }];
                        or a file of Rails: config/credentials.yml.enc and config/master.key together,
                        config/secrets.yml, tmp/local_secret.txt, config/initializers/secret_token.rb. May be repeated
  --secret-env NAME     the environment variable holds one secret. May be repeated
`;

export const AUDIT_HELP = `sessionscope audit <file.har | -> [options]

Checks every cookie that the responses of a HAR file set, plain or gzipped (.har.gz); - reads standard input.
Export the file with sensitive data, or the browser leaves all cookies out.

${SECRETS}
  --format FORMAT       text, json, markdown (for an issue tracker) or sarif (2.1.0, for code scanning) (default text)
  --fail-on LEVEL       error, warning or never: exit with 1 when there is such a finding (default error)
  --redact HOW          none, mask or remove: cookie values, session content, and the queries of URLs (default none)
  --browser NAME        chromium or firefox: whose rules hold (default chromium)
  --identity KEY        a session key that tells who is signed in, nested ones as auth.member. May be repeated
`;

export const OPEN_HELP = `sessionscope open --name COOKIE [options] < value

Opens one cookie. Standard input holds its value, name=value, a Set-Cookie line, or a Cookie header, of which the
first cookie of that name is taken.

${SECRETS}
  --format text|json    (default text)
  --at TIME             ISO 8601: judge the expiry at this time. Without it nothing is judged expired, since a pasted
                        value does not tell when it was sent, and the machine's clock is not the traffic's
`;
