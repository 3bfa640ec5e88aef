// Fetches an object and stores its bytes elsewhere (SeBS 120.uploader). Arguments: url, output.
'use strict';

async function main(json) {
  const start = now();
  const { url, output } = JSON.parse(json);
  const http = typeof graalvisor === 'undefined' ? httpOfNode() : graalvisor.http;
  const fetched = await http.get(url);
  requireOk(fetched, url);
  const stored = await http.post(output, fetched.body);
  requireOk(stored, output);
  const { bytes, sha256 } = JSON.parse(stored.text);
  return JSON.stringify({ bytes, sha256, exec_time_us: elapsedUs(start) });
}

function requireOk({ status }, url) {
  if (status !== 200) {
    throw new Error(`${url} answered ${status}`);
  }
}

// The same two calls where there is no host API.
function httpOfNode() {
  const exchange = async (url, options) => {
    const response = await fetch(url, options);
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, body, text: Buffer.from(body).toString() };
  };
  return { get: url => exchange(url), post: (url, body) => exchange(url, { method: 'POST', body }) };
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
