// Serves functions over HTTP at 127.0.0.1: GET /health, POST /register?fid=NAME&fep=NAME, POST /invoke?fid=NAME.
// Argument: the port.
'use strict';

const http = require('node:http');
const functions = new Map();

function register(query, source) {
  const module = { exports: {} };
  const define = new Function('module', 'exports', 'require', `${source}\nreturn { ${query.get('fep')} };`);
  functions.set(query.get('fid'), define(module, module.exports, require)[query.get('fep')]);
  return 'true';
}

async function answer(request, query, path, body) {
  if (request.method === 'GET') {
    return '{"status":"up"}';
  }
  return path === '/register' ? register(query, body) : functions.get(query.get('fid'))(body);
}

const server = http.createServer(async (request, response) => {
  const [path, query] = request.url.split('?');
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  try {
    const reply = await answer(request, new URLSearchParams(query), path, Buffer.concat(chunks).toString());
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(reply) }).end(reply);
  } catch (error) {
    const reply = JSON.stringify({ error: String(error.stack) });
    response.writeHead(500, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(reply) }).end(reply);
  }
});
server.keepAliveTimeout = 0;
server.listen(Number(process.argv[2]), '127.0.0.1');
