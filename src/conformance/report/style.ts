/** How the page of a report looks: as the pages of the sandbox do, in light and dark, and on paper. */

export const reportStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1a1d21,#eceff2);--quiet:light-dark(#4a5158,#b4bcc4);--paper:light-dark(#fff,#14171a);
--panel:light-dark(#f3f4f6,#1f2429);--line:light-dark(#8a929a,#6d757d);--link:light-dark(#0b4f8a,#8cc4f5);--focus:light-dark(#1a1d21,#ffd633)}
*,::before,::after{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.synthetic{margin:0;padding:.4rem max(1rem,calc((100% - 68rem)/2 + 1rem));background:#ffd633;color:#111;font-weight:600;font-size:.9375rem}
main{max-width:68rem;margin:0 auto;padding:0 1rem 2rem}
h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 1rem}
h2{font-size:1.375rem;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.0625rem;margin:1.5rem 0 .25rem}
main p,li{max-width:44rem}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:400}
code{font-size:.875rem;overflow-wrap:anywhere;background:var(--panel);padding:.1rem .25rem}
@media print{.wide{overflow:visible}h2{break-after:avoid}}
`;
