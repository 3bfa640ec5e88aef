// The part of Node.js's fs that reads texts of an action's own archive.
function resolve(path) {
  const parts = [];
  for (const part of String(path).replace(/^\/action\//, '').split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

function text(path) {
  try {
    return require('../__ow__/' + resolve(path) + '.json');
  } catch (failure) {
    const missing = new Error("ENOENT: no such file or directory, open '" + path + "'; an action reads its own archive");
    missing.code = 'ENOENT';
    throw missing;
  }
}

exports.readFileSync = function (path, options) {
  const encoding = typeof options === 'string' ? options : options && options.encoding;
  if (!/^utf-?8$/i.test(encoding || '')) {
    throw new Error("fs.readFileSync needs the encoding 'utf8': there are no buffers in an isolate");
  }
  return text(path);
};
exports.existsSync = function (path) {
  try {
    text(path);
    return true;
  } catch (failure) {
    return false;
  }
};
exports.readFile = function (path, options, callback) {
  let content;
  try {
    content = exports.readFileSync(path, options);
  } catch (failure) {
    setTimeout(() => callback(failure), 0);
    return;
  }
  setTimeout(() => callback(null, content), 0);
};
exports.promises = { readFile: async (path, options) => exports.readFileSync(path, options) };
