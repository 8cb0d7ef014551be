/** Pictures as PNG files, drawn by the browser from SVG. */

/**
 * An SVG as a PNG.
 *
 * @param {string} svg of toSvg or heatmapToSvg
 * @param {number} [scale] pixels of the picture per CSS pixel
 * @returns {Promise<Blob>}
 */
export async function toPng(svg, scale = 2) {
  const image = await imageOf(svg);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) {
        resolve(blob);
      } else {
        const size = `${canvas.width} by ${canvas.height} pixels`;
        reject(new Error(`The picture of ${size} is too large for this browser.`));
      }
    }, 'image/png');
  });
}

async function imageOf(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
