/** Ways in which a text becomes a script, an image or a form, if it is let. */
export const hostileTexts = [
  '<script>document.title="executed"</script>',
  '"><img src=x onerror=document.title="executed">',
  "'-document.title='executed'-'",
  '</code></pre><svg onload=document.title="executed">',
  '</style><script>document.title="executed"</script>',
  '</title><script>document.title="executed"</script>',
  'javascript:document.title="executed"',
  '<iframe srcdoc="<script>top.document.title=1</script>">',
  '<form action=https://elsewhere.example><button>x',
  '<meta http-equiv=refresh content=0;url=https://elsewhere.example>',
  '&lt;script&gt;document.title="executed"&lt;/script&gt;',
  '<base href=https://elsewhere.example>',
];
