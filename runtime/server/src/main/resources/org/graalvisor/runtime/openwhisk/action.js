/*
 * Wraps an action of OpenWhisk: objects instead of JSON text, and of Node.js what every action uses: process, timers, console.
 * A message is a letter, variables parted by NUL, two NUL and a text; a reply is a letter and a text: r result, e thrown,
 * n no object, w wait that many milliseconds and send C. Jobs of promises run whenever a call returns to the runtime.
 * The comments of this file end themselves, since it is joined to one line.
 */
(function (global) {
  const timers = new Map();
  let nextTimer = 1;
  let action;
  let outcome;
  let drained = false;

  function timer(repeats) {
    return function (callback, delay, ...args) {
      const periodMs = Math.max(1, Number(delay) || 0);
      const id = nextTimer++;
      timers.set(id, { id, callback, args, due: Date.now() + periodMs, periodMs: repeats ? periodMs : 0 });
      return id;
    };
  }

  function clear(id) {
    timers.delete(id);
  }

  function earliest() {
    let found;
    for (const candidate of timers.values()) {
      if (found === undefined || candidate.due < found.due) {
        found = candidate;
      }
    }
    return found;
  }

  function fire(timer) {
    if (timer.periodMs > 0) {
      timer.due = Date.now() + timer.periodMs;
    } else {
      timers.delete(timer.id);
    }
    try {
      timer.callback(...timer.args);
    } catch (failure) {
      threw(failure);
    }
  }

  function threw(failure) {
    console.error(failure && failure.stack ? failure.stack : String(failure));
    outcome = 'e' + String(failure);
  }

  function describe(reason) {
    if (!reason) {
      return {};
    }
    return reason instanceof Error
      ? { ...reason, name: reason.name, message: reason.message, stack: reason.stack } : reason;
  }

  function settle(result) {
    if (result === undefined) {
      outcome = 'r{}';
      return;
    }
    if (typeof result !== 'object' || result === null) {
      console.error('Result must be of type object but has type "' + (result === null ? null : typeof result) + '":',
        String(result));
      outcome = 'n';
      return;
    }
    try {
      outcome = 'r' + JSON.stringify(result);
    } catch (failure) {
      threw(failure);
    }
  }

  function begin(message) {
    const end = message.indexOf('\0\0');
    if (end > 1) {
      for (const pair of message.substring(1, end).split('\0')) {
        const equals = pair.indexOf('=');
        global.process.env[pair.substring(0, equals)] = pair.substring(equals + 1);
      }
    }
    timers.clear();
    outcome = undefined;
    drained = false;
    try {
      const returned = action(JSON.parse(message.substring(end + 2)));
      if (returned !== null && typeof returned === 'object' && typeof returned.then === 'function') {
        returned.then(settle, reason => settle({ error: describe(reason) }));
      } else {
        settle(returned);
      }
    } catch (failure) {
      threw(failure);
    }
  }

  function proceed() {
    const next = earliest();
    if (next === undefined) {
      outcome = 'eError: the action returned a promise that nothing can fulfil any more';
    } else if (next.due <= Date.now()) {
      fire(next);
      drained = false;
    }
  }

  function report() {
    if (outcome !== undefined) {
      return outcome;
    }
    if (!drained) {
      drained = true;
      return 'w0';
    }
    const next = earliest();
    return 'w' + (next === undefined ? 0 : Math.max(0, next.due - Date.now()));
  }

  global.setTimeout = timer(false);
  global.setInterval = timer(true);
  global.setImmediate = (callback, ...args) => global.setTimeout(callback, 0, ...args);
  global.clearTimeout = global.clearInterval = global.clearImmediate = clear;
  global.queueMicrotask = callback => { Promise.resolve().then(callback).catch(threw); };

  global.__owStart = function (env) {
    global.process = {
      env,
      argv: ['node'],
      pid: 1,
      platform: 'linux',
      version: 'v18.0.0',
      versions: { node: '18.0.0' },
      cwd: () => '/action',
      uptime: () => 0,
      nextTick: (callback, ...args) => global.queueMicrotask(() => callback(...args)),
      on: () => global.process,
      exit: status => { throw new Error('process.exit(' + (status === undefined ? '' : status) + ') in an action'); },
    };
    global.global = global;
  };

  global.__owLoad = function (load, name) {
    const module = { exports: {} };
    const missing = request => { throw new Error("Cannot find module '" + request + "'"); };
    action = load(missing, module.exports, module, '/action/action.js', '/action');
    requireFunction(name);
  };

  global.__owLoadModule = function (exported, name) {
    action = name.split('.').reduce((value, member) => value === undefined || value === null ? undefined : value[member],
      exported);
    requireFunction(name);
  };

  function requireFunction(name) {
    if (typeof action !== 'function') {
      throw new Error("Action entrypoint '" + name + "' is not a function.");
    }
  }

  global.__owInvoke = function (message) {
    if (message.charAt(0) === 'R') {
      begin(message);
    } else if (outcome === undefined) {
      proceed();
    }
    return report();
  };
})(globalThis);
