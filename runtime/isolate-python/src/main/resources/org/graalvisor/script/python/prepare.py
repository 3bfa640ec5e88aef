# Runs while an image is built: imports modules into the context that every function starts with. None of them keeps a secret, a
# random number, the environment or the time from then. Their paths are written as GraalPy writes those of its own prepared
# modules, which it replaces when a context is taken; so no code may come from a file, whose path would be the builder's.
def prepare(standard_library):
    import sys
    from _frozen_importlib_external import SourceFileLoader, spec_from_file_location

    def portable(path):
        return path.replace(standard_library, '!stdLibHome!') if isinstance(path, str) else path

    class Loader(SourceFileLoader):
        def get_code(self, name):
            return compile(self.get_data(self.path), portable(self.path), 'exec', dont_inherit=True)

    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            base = (path[0] if path else standard_library) + '/' + name.rpartition('.')[2]
            for file, locations in ((base + '/__init__.py', [base]), (base + '.py', None)):
                loader = Loader(name, file)
                try:
                    loader.get_data(file)
                except OSError:
                    continue
                return spec_from_file_location(name, file, loader=loader, submodule_search_locations=locations)
            return None

    before = set(sys.modules)
    sys.meta_path.insert(0, Finder)
    try:
        import json, re, math, time, base64, datetime, collections, functools, itertools, io, urllib.parse
        json.loads(json.dumps({'a': [1, 2.5, 'x', None, True]}))
    finally:
        sys.meta_path.remove(Finder)
    for name in set(sys.modules) - before:
        module = sys.modules[name]
        spec = getattr(module, '__spec__', None)
        if spec is None or not isinstance(spec.loader, Loader):
            continue
        module.__file__ = portable(module.__file__)
        module.__cached__ = None
        module.__loader__ = spec.loader = SourceFileLoader(name, module.__file__)
        spec.origin = module.__file__
        spec.cached = None
        if spec.submodule_search_locations:
            module.__path__ = spec.submodule_search_locations = [portable(path) for path in module.__path__]
    # Completed when a function imports them again: GraalPy completes no built-in module while a context is prepared.
    del sys.modules['unicodedata'], sys.modules['polyglot']
    complete_time_on_first_use()


# GraalPy gives time its zone and the state of its clocks when it is imported, but not while a context is prepared. It takes 3 ms,
# so it is done when a function first uses what depends on it.
def complete_time_on_first_use():
    import _imp
    import time

    waiting = {}
    for name in 'asctime', 'ctime', 'localtime', 'mktime', 'process_time', 'process_time_ns', 'sleep', 'strftime':
        waiting[name] = getattr(time, name)
        delattr(time, name)

    def complete(name):
        del time.__getattr__, time.__dir__
        _imp.exec_builtin(time)
        for waiting_name, value in waiting.items():
            setattr(time, waiting_name, value)
        return getattr(time, name)

    time.__getattr__ = complete
    time.__dir__ = lambda: complete('__dir__')()


