/** Where applications have people sign in: Devise, Rails’ own generator, Sorcery, and what is written by hand. */
export function isSignInPath(path: string): boolean {
  return /(^|\/)(sign[-_]?in|log[-_]?in|sessions?(\/new)?|user_sessions?(\/new)?)\/?$/i.test(path.replace(/[?#].*$/s, ''));
}
