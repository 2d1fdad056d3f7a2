/** The style of the log-in pages: plain, our own, and like nothing that anybody signs in with. */
export const loginStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1a1d21,#eceff2);--quiet:light-dark(#4a5158,#b4bcc4);--paper:light-dark(#fff,#14171a);--panel:light-dark(#f3f4f6,#1f2429);--line:light-dark(#8a929a,#6d757d);--link:light-dark(#0b4f8a,#8cc4f5);--bad:light-dark(#a3211b,#ff9d94)}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
.synthetic{margin:0;padding:.5rem 1rem;background:#ffd633;color:#111;font-weight:600}
main{max-width:44rem;margin:0 auto;padding:0 1rem 2rem}
h1{font-size:1.6rem;line-height:1.2;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
p,dd,label{overflow-wrap:anywhere}
:focus-visible{outline:3px solid light-dark(#1a1d21,#ffd633);outline-offset:2px}
ul{margin:0;padding:0;list-style:none}
button{display:block;width:100%;margin:0 0 .75rem;padding:.6rem 1rem;font:inherit;text-align:start;color:var(--ink);background:var(--panel);border:2px solid var(--line);cursor:pointer;overflow-wrap:anywhere}
button:hover{border-color:var(--link)}
button b{display:block;color:var(--link)}
button span,.hint{color:var(--quiet)}
label{display:block;font-weight:600}
.hint{display:block;font-weight:400}
.error{display:block;color:var(--bad);font-weight:600}
input{width:100%;max-width:20rem;margin:.5rem 0;padding:.5rem;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--line)}
form .send{width:auto}
`;
