/** How the cards look: two columns of three on A4, one column on a small screen. Black on white, whatever the reader's screen, as on paper. */

export const style = `@page{size:A4;margin:10mm}
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.4 system-ui,sans-serif;background:#fff;color:#111}
main{max-width:190mm;margin:0 auto}
header{padding:1rem}
h1{font-size:1.5rem;margin:0;overflow-wrap:anywhere}
ol{list-style:none;margin:0;padding:1px 0 0 1px;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
li{margin:-1px 0 0 -1px;padding:5mm;min-height:91mm;border:1px dashed #595959;break-inside:avoid}
h2{font-size:1.25rem;line-height:1.2;margin:0 0 2mm;overflow-wrap:anywhere}
.code{float:right;width:34mm;margin:0 0 2mm 3mm}
svg{display:block;width:100%;height:auto}
dl{margin:0}
dt{font-weight:600;font-size:.75rem}
dd{margin:0 0 1.5mm;overflow-wrap:anywhere}
code{font:.75rem/1.3 ui-monospace,monospace}
li p{margin:1mm 0 0;font-size:.75rem;clear:both}
@media screen and (max-width:40rem){ol{grid-template-columns:minmax(0,1fr)}li{min-height:0}}
@media print{header{display:none}main{max-width:none}li{font-size:10pt}}`;
