/** Two device pixels for one of the drawing: sharp on paper and on good screens. */
const scale = 2;
/** What every browser's canvas holds on one side. */
const mostPixels = 8192;

/**
 * A drawing as PNG. An SVG in an `<img>` has neither the page's style nor its fonts, so the page's font goes along inside it.
 *
 * @throws Error when the browser cannot draw it
 */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([await withFonts(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const times = Math.min(scale, mostPixels / image.naturalWidth, mostPixels / image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * times);
    canvas.height = Math.round(image.naturalHeight * times);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function withFonts(svg: string): Promise<string> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const rules = await Promise.all(faces.map((face) => inlined(face).catch(() => '')));
  const style = rules.filter(Boolean).join('\n');
  return style === '' ? svg : svg.replace(/(<svg[^>]*>)/, (opening) => `${opening}<style>${style}</style>`);
}

/** A `@font-face` that holds its font in itself. */
async function inlined(face: CSSFontFaceRule): Promise<string> {
  const address = /url\((['"]?)(.+?)\1\)/.exec(face.style.getPropertyValue('src'))?.[2];
  if (address === undefined) return '';
  const base = face.parentStyleSheet?.href ?? document.baseURI;
  const font = await (await fetch(new URL(address, base))).blob();
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(font);
  });
  return face.cssText.replace(/src:[^;]+;/, `src: url("${data}") format("woff2");`);
}
