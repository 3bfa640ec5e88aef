// Fetches a photo, shrinks it into a box and stores the JPEG (SeBS 210.thumbnailer). Arguments: url, output, width, height.
'use strict';

async function main(json) {
  const start = now();
  const { url, output, width, height } = JSON.parse(json);
  const { http, image } = typeof graalvisor === 'undefined' ? helpersOfNode() : graalvisor;
  const photo = await http.get(url);
  requireOk(photo, url);
  const thumbnail = await image.thumbnail(photo.body, width, height);
  const stored = await http.post(output, thumbnail);
  requireOk(stored, output);
  const { bytes, sha256 } = JSON.parse(stored.text);
  return JSON.stringify({ bytes, sha256, exec_time_us: elapsedUs(start) });
}

function requireOk({ status }, url) {
  if (status !== 200) {
    throw new Error(`${url} answered ${status}`);
  }
}

// The same calls where there is no host API; sharp is libvips too.
function helpersOfNode() {
  const sharp = require('sharp');
  const exchange = async (url, options) => {
    const response = await fetch(url, options);
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, body, text: Buffer.from(body).toString() };
  };
  return {
    http: { get: url => exchange(url), post: (url, body) => exchange(url, { method: 'POST', body }) },
    image: { thumbnail: (bytes, width, height) => sharp(bytes).resize(width, height, { fit: 'inside' }).jpeg().toBuffer() }
  };
}

function now() {
  return typeof performance === 'undefined' ? Date.now() : performance.now();
}

function elapsedUs(start) {
  return Math.round((now() - start) * 1000);
}

if (typeof module !== 'undefined') {
  module.exports = { main };
}
