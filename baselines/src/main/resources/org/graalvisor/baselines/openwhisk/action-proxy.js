'use strict';
/*
 * OpenWhisk action proxy for JavaScript: Node.js and its own modules only, the action in the proxy's own process.
 */
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');
const vm = require('vm');
const zlib = require('zlib');
const { createRequire } = require('module');

const SENTINEL = 'XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX';
const EXIT_USAGE = 2;
const EXIT_FAILED = 5;
const EXIT_INTERRUPTED = 130;
const EXIT_TERMINATED = 143;
const MAX_CONNECTIONS = 1024;
const KEEP_ALIVE_MS = 75000;
/* What an action's archive may hold when it is unpacked. */
const MAX_ARCHIVE_BYTES = 1 << 29;

/** A request that is answered with an error. */
class ProxyError extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

function logSentinels() {
    // Writes to pipes and files are synchronous in Node.js on POSIX systems, hence flushed.
    process.stdout.write(SENTINEL + '\n');
    process.stderr.write(SENTINEL + '\n');
}

/** Reads zip archives: stored and deflated entries, no encryption, no Zip64. */
class ZipReader {
    constructor(bytes) {
        this.bytes = bytes;
    }

    extractTo(directory) {
        let total = 0;
        for (const entry of this.entries()) {
            const target = path.resolve(directory, entry.name);
            if (target !== directory && !target.startsWith(directory + path.sep)) {
                throw new Error(`the archive's entry ${entry.name} leads out of the archive`);
            }
            if (entry.name.endsWith('/')) {
                fs.mkdirSync(target, { recursive: true });
                continue;
            }
            total += entry.size;
            if (total > MAX_ARCHIVE_BYTES) {
                throw new Error(`the archive unpacks to more than ${MAX_ARCHIVE_BYTES} bytes`);
            }
            fs.mkdirSync(path.dirname(target), { recursive: true });
            fs.writeFileSync(target, this.content(entry));
        }
    }

    * entries() {
        const end = this.bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
        if (end < 0 || end + 22 > this.bytes.length) {
            throw new Error('no end of a zip archive was found');
        }
        const count = this.bytes.readUInt16LE(end + 10);
        let position = this.bytes.readUInt32LE(end + 16);
        for (let i = 0; i < count; i++) {
            if (this.bytes.readUInt32LE(position) !== 0x02014b50) {
                throw new Error('the central directory is damaged');
            }
            const nameLength = this.bytes.readUInt16LE(position + 28);
            yield {
                method: this.bytes.readUInt16LE(position + 10),
                packed: this.bytes.readUInt32LE(position + 20),
                size: this.bytes.readUInt32LE(position + 24),
                header: this.bytes.readUInt32LE(position + 42),
                name: this.bytes.toString('utf8', position + 46, position + 46 + nameLength),
            };
            position += 46 + nameLength + this.bytes.readUInt16LE(position + 30) + this.bytes.readUInt16LE(position + 32);
        }
    }

    content(entry) {
        const start = entry.header + 30 + this.bytes.readUInt16LE(entry.header + 26)
            + this.bytes.readUInt16LE(entry.header + 28);
        const packed = this.bytes.subarray(start, start + entry.packed);
        if (entry.method === 0) {
            return packed;
        }
        if (entry.method === 8) {
            return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
        }
        throw new Error(`entry ${entry.name} is compressed with method ${entry.method}, only deflate is known`);
    }
}

function requireFunction(candidate, name) {
    if (typeof candidate !== 'function') {
        throw new Error(`Action entrypoint '${name}' is not a function.`);
    }
    return candidate;
}

/** The member of an object that a dotted name leads to, without evaluating the name. */
function member(root, dottedName) {
    return dottedName.split('.').reduce((value, name) => value === undefined || value === null ? undefined : value[name],
        root);
}

function loadSource(value) {
    const directory = process.cwd();
    const load = vm.runInThisContext(
        `(function (require, exports, module, __filename, __dirname) {${value.code}\nreturn ${value.main};\n})`,
        { filename: 'action.js' });
    const module = { exports: {} };
    const file = path.join(directory, 'action.js');
    return requireFunction(load(createRequire(file), module.exports, module, file, directory), value.main);
}

function loadArchive(value, workDirectory) {
    const directory = fs.mkdtempSync(path.join(workDirectory, 'action-'));
    try {
        new ZipReader(Buffer.from(value.code, 'base64')).extractTo(directory);
    } catch (failure) {
        throw new Error(`There was an error uncompressing the action archive: ${failure.message}`);
    }
    process.chdir(directory);
    // "handler.main" names a file and a function in it, "main" a function of the package.
    const dot = value.main.indexOf('.');
    let file = directory;
    let name = value.main;
    if (dot > 0 && fs.existsSync(path.join(directory, value.main.slice(0, dot) + '.js'))) {
        file = path.join(directory, value.main.slice(0, dot) + '.js');
        name = value.main.slice(dot + 1);
    } else if (!fs.existsSync('package.json') && !fs.existsSync('index.js')) {
        throw new Error('Zipped actions must contain either package.json or index.js at the root.');
    }
    return requireFunction(member(createRequire(path.join(directory, 'proxy.js'))(file), name), value.main);
}

/** What a rejected promise is answered with. */
function describeRejection(reason) {
    if (!reason) {
        return {};
    }
    if (reason instanceof Error) {
        return { ...reason, name: reason.name, message: reason.message, stack: reason.stack };
    }
    return reason;
}

/** What /init and /run do. */
class Proxy {
    constructor(workDirectory, concurrent) {
        this.workDirectory = workDirectory;
        this.concurrent = concurrent;
        this.status = 'ready';
        this.action = undefined;
    }

    init(body) {
        if (this.action !== undefined) {
            throw this.logged('Cannot initialize the action more than once.');
        }
        if (this.status !== 'ready') {
            throw this.logged(`System not ready, status is ${this.status}.`);
        }
        const value = body.value || {};
        if (typeof value.main !== 'string' || typeof value.code !== 'string' || !value.main || !value.code) {
            throw new ProxyError(403, 'Missing main/no code to execute.');
        }
        for (const [name, setting] of Object.entries(value.env || {})) {
            process.env[name] = typeof setting === 'string' ? setting : JSON.stringify(setting);
        }
        try {
            this.action = value.binary ? loadArchive(value, this.workDirectory) : loadSource(value);
        } catch (failure) {
            this.status = 'stopped';
            const message = `Initialization has failed due to: ${failure && failure.stack ? failure.stack : failure}`;
            console.error(message);
            logSentinels();
            throw new ProxyError(502, message);
        }
        return { OK: true };
    }

    async run(body) {
        if (this.action === undefined) {
            throw this.logged('System not initialized.');
        }
        if (this.status !== 'ready') {
            throw this.logged(`System not ready, status is ${this.status}.`);
        }
        const value = body.value === null || body.value === undefined ? {} : body.value;
        if (typeof value !== 'object') {
            throw this.logged(`Internal system error: the argument must be a dictionary, but is ${typeof value}.`);
        }
        if (!this.concurrent) {
            this.status = 'running';
        }
        for (const [name, setting] of Object.entries(body)) {
            if (name !== 'value') {
                process.env['__OW_' + name.toUpperCase()] = typeof setting === 'string'
                    ? setting : JSON.stringify(setting);
            }
        }
        let text;
        try {
            text = await this.invoke(value);
        } catch (failure) {
            this.status = 'stopped';
            console.error(failure);
            throw new ProxyError(502, `An error has occurred: ${failure}`);
        } finally {
            logSentinels();
        }
        if (this.status === 'running') {
            this.status = 'ready';
        }
        if (text === undefined) {
            throw new ProxyError(502, 'The action did not return a dictionary.');
        }
        return text;
    }

    /** The result as JSON, or undefined when it is no object. What a promise rejects with is a result too. */
    async invoke(value) {
        const returned = this.action(value);
        let result;
        try {
            result = await returned;
        } catch (reason) {
            result = { error: describeRejection(reason) };
        }
        if (result === undefined) {
            result = {};
        }
        if (typeof result !== 'object' || result === null) {
            console.error(`Result must be of type object but has type "${result === null ? null : typeof result}":`, result);
            return undefined;
        }
        return JSON.stringify(result);
    }

    logged(message) {
        console.error('Internal system error:', message);
        return new ProxyError(403, message);
    }
}

function reply(response, status, text) {
    const bytes = Buffer.from(text, 'utf8');
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
    response.end(bytes);
}

function receive(request, maxBodyBytes) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let length = 0;
        request.on('data', chunk => {
            length += chunk.length;
            if (length <= maxBodyBytes) {
                chunks.push(chunk);
            } else {
                reject(new ProxyError(413, `the body may have ${maxBodyBytes} bytes`));
            }
        });
        request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        request.on('error', reject);
    });
}

function parse(text) {
    let body;
    try {
        body = JSON.parse(text);
    } catch (failure) {
        console.error('Bad request:', failure.message);
        throw new ProxyError(500, 'Bad request.');
    }
    if (typeof body !== 'object' || body === null) {
        throw new ProxyError(500, 'Bad request.');
    }
    return body;
}

async function answer(proxy, request, response, maxBodyBytes) {
    try {
        const target = request.url.split('?', 1)[0];
        if (target !== '/init' && target !== '/run') {
            throw new ProxyError(404, 'there is only POST /init and POST /run');
        }
        if (request.method !== 'POST') {
            throw new ProxyError(405, `${target} answers POST only`);
        }
        const body = parse(await receive(request, maxBodyBytes));
        reply(response, 200, target === '/init' ? JSON.stringify(proxy.init(body)) : await proxy.run(body));
    } catch (failure) {
        if (failure.status === 413) {
            response.setHeader('Connection', 'close');
        }
        reply(response, failure.status || 500, JSON.stringify({ error: failure.message }));
    }
}

const HELP = `Usage: node action-proxy.js [options]
  --host ADDRESS          address to listen on (127.0.0.1)
  --port PORT             port, 0 for any free one, which is then printed (8080)
  --max-body-bytes BYTES  longest body accepted (67108864)
  --end-with-stdin        end when standard input ends
  --help                  show this`;

function usage(message) {
    console.error(message + '; see --help');
    process.exit(EXIT_USAGE);
}

function parseOptions(words) {
    const options = { host: '127.0.0.1', port: 8080, maxBodyBytes: 64 << 20, endWithStdin: false };
    const number = (name, text, max) => {
        if (text === undefined || !/^[0-9]{1,15}$/.test(text) || Number(text) > max) {
            usage(`Option ${name} must be a whole number from 0 to ${max}, got: ${text}`);
        }
        return Number(text);
    };
    for (let i = 0; i < words.length; i++) {
        switch (words[i]) {
            case '--host': options.host = words[++i] || usage('Option --host needs a value'); break;
            case '--port': options.port = number('--port', words[++i], 65535); break;
            case '--max-body-bytes': options.maxBodyBytes = number('--max-body-bytes', words[++i], 1 << 29); break;
            case '--end-with-stdin': options.endWithStdin = true; break;
            case '--help': console.log(HELP); process.exit(0); break;
            default: usage(`Unknown option ${words[i]}`);
        }
    }
    return options;
}

function main() {
    const options = parseOptions(process.argv.slice(2));
    const workDirectory = fs.mkdtempSync(path.join(os.tmpdir(), `openwhisk-nodejs-${process.pid}-`));
    process.on('exit', () => fs.rmSync(workDirectory, { recursive: true, force: true }));
    process.on('SIGTERM', () => process.exit(EXIT_TERMINATED));
    process.on('SIGINT', () => process.exit(EXIT_INTERRUPTED));
    if (options.endWithStdin) {
        process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
    }
    const concurrent = (process.env.__OW_ALLOW_CONCURRENT || '').toLowerCase() === 'true';
    const proxy = new Proxy(workDirectory, concurrent);
    const server = http.createServer((request, response) => answer(proxy, request, response, options.maxBodyBytes));
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.maxConnections = MAX_CONNECTIONS;
    server.on('error', failure => {
        console.error(`Cannot listen on ${options.host} port ${options.port}: ${failure.message}; `
            + 'choose another --port, or 0 for any free one');
        process.exit(EXIT_FAILED);
    });
    server.listen({ host: options.host, port: options.port, backlog: 1024 }, () => {
        if (options.port === 0) {
            const host = options.host.includes(':') ? `[${options.host}]` : options.host;
            console.log(`openwhisk-nodejs listening on http://${host}:${server.address().port}`);
        }
    });
}

main();
