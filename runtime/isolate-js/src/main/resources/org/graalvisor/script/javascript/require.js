// CommonJS for the files of one function: require('./x') evaluates a file once and returns its module.exports.
(function (exists, evaluate) {
  const modules = new Map();

  function resolve(from, request) {
    const parts = /^\.\.?\//.test(request) ? from.split('/').slice(0, -1) : ['node_modules'];
    for (const part of request.split('/')) {
      if (part === '..') {
        parts.pop();
      } else if (part !== '.') {
        parts.push(part);
      }
    }
    const path = parts.join('/');
    for (const candidate of [path, path + '.js', path + '.json', path + '/index.js']) {
      if (exists(candidate)) {
        return candidate;
      }
    }
    throw new Error("Cannot find module '" + request + "', required by " + from
      + "; a function can require the files of its own archive");
  }

  function load(path) {
    if (!modules.has(path)) {
      const module = { exports: {} };
      modules.set(path, module);
      if (path.endsWith('.json')) {
        module.exports = JSON.parse(evaluate(path));
      } else {
        evaluate(path)(module, module.exports, requireFrom(path));
      }
    }
    return modules.get(path).exports;
  }

  function requireFrom(path) {
    return request => load(resolve(path, request));
  }

  return requireFrom;
})
