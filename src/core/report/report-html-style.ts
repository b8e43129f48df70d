/** The style sheet of the HTML report: light and dark as the reader's system is, and plain on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --text: #1f1f1f; --muted: #5c6066; --line: #d5dcea; --code: #f3f6fc;
  --error: #b3261e; --warning: #8f5a00; --info: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --ground: #1f1f20; --text: #e3e3e3; --muted: #abadb2; --line: #4a4b4e; --code: #2d2d2e;
  --error: #f5a39b; --warning: #f6c358; --info: #a8c7fa; } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: var(--ground); color: var(--text);
  font: 14px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; }
h3 { margin: 1.2rem 0 0.2rem; font-size: 1rem; } h3 .muted { font-weight: 400; } p { margin: 0.3rem 0; }
code, pre { font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; background: var(--code); border-radius: 3px; }
code { padding: 0 0.2em; } pre { padding: 0.5rem; white-space: pre-wrap; }
.muted { color: var(--muted); } .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
.mark { font-weight: 600; }
ol { margin: 0.5rem 0; padding-left: 0; list-style: none; border-left: 2px solid var(--line); }
li { padding: 0.2rem 0 0.2rem 0.8rem; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 0.2rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--error); font: 10px system-ui, sans-serif; }
polyline { fill: none; stroke: var(--info); stroke-width: 1.5; } circle { fill: var(--info); } .over { fill: var(--error); }
.limit { stroke: var(--error); stroke-dasharray: 4 3; }
@media print { body { max-width: none; margin: 0; } article, tr, svg { break-inside: avoid; } }
`;
