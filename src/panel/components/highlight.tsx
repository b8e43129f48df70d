/** The text with every occurrence of the query marked. */
export function Highlight({ text, query }: { readonly text: string; readonly query: string }) {
  const wanted = query.trim().toLowerCase();
  const lower = text.toLowerCase();
  // Lower case of some letters is longer: then places in the two texts differ, and nothing is marked.
  if (wanted === '' || lower.length !== text.length || !lower.includes(wanted)) return <>{text}</>;
  const parts = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + wanted.length)}</mark>);
    from = at + wanted.length;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
