/** How the page of charts looks, by day and by night: text 7 to 1 against its ground, and every shape that tells something 3 to 1. */

export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --text: #1b2229; --quiet: #46535f; --ours: #1d5fa8; --accepted: #dde7f1; --edge: #5a7896; --link: #174f8c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d; --text: #eef2f6; --quiet: #b9c5d0; --ours: #7db8f5; --accepted: #26333f; --edge: #8fa5ba; --link: #9ccbff;
  }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; border-top: 2px solid var(--edge); padding-top: 1rem; }
h3 { margin-top: 2rem; }
a { color: var(--link); }
nav ul { list-style: none; padding: 0; columns: 18rem; }
nav a { display: inline-block; padding: 0.2rem 0; }
figure { margin: 0; }
.wide { overflow-x: auto; max-width: 100%; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
svg { display: block; }
.legend svg { display: inline-block; vertical-align: middle; }
svg text { fill: var(--text); font: 14px system-ui, sans-serif; }
svg .quiet { fill: var(--quiet); }
svg .ours { fill: var(--ours); }
svg .accepted { fill: var(--accepted); stroke: var(--edge); }
svg .england { stroke: var(--text); stroke-width: 3; }
svg .axis { stroke: var(--edge); }
table { border-collapse: collapse; margin-top: 0.5rem; width: 100%; }
caption { text-align: start; color: var(--quiet); padding: 0.25rem 0; }
th, td { text-align: start; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--edge); vertical-align: top; }
tbody th { font-weight: normal; }
td:not(:last-child) { white-space: nowrap; }
td.missed { font-weight: bold; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5rem; }
@media print { .wide { overflow: visible; } }
`;
