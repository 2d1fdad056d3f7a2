/** How the cards look: three to a page of A4, parted by two cuts. Black on white, whatever the reader's screen, as on paper. */

export const style = `@page{size:A4;margin:8mm}
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.4 system-ui,sans-serif;background:#fff;color:#111}
main{max-width:194mm;margin:0 auto}
header{padding:1rem}
h1{font-size:1.5rem;margin:0;overflow-wrap:anywhere}
ol{list-style:none;margin:0;padding:0}
li{min-height:93mm;padding:4mm 5mm;border-bottom:1px dashed #595959;break-inside:avoid;font-size:.875rem;display:flow-root}
h2{font-size:1.5rem;line-height:1.2;margin:0 0 2mm;overflow-wrap:anywhere}
svg{display:block;float:right;width:44mm;height:auto;margin:0 0 2mm 4mm}
dl,dt,dd{margin:0}
dt{font-weight:600}
dd{margin-bottom:1.5mm;overflow-wrap:anywhere}
code{font:.875rem/1.35 ui-monospace,monospace}
li p{margin:0}
@media screen and (max-width:30rem){svg{float:none;margin:0}}
@media print{header{display:none}main{max-width:none}}`;
