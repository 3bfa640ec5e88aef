package org.graalvisor.script;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.graalvisor.function.FunctionFailure;
import org.graalvisor.function.FunctionHost;
import org.graalvisor.function.RefusedException;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptProgram;
import org.graalvisor.script.helper.HostApi;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;

/** The code of one isolate of a language library: one function and its contexts. */
public final class ScriptHost implements FunctionHost {
    /** Most contexts of one isolate; a bound on a table, not a recommendation. */
    private static final int MAX_CONTEXTS = 64;
    private static final String[] ALL_LANGUAGES = {};
    /** Nothing of Java but the bytes that helpers hand over; all contexts of an engine need the same. */
    private static final HostAccess HOST_ACCESS = HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true)
            .build();

    private final List<HostedLanguage> languages;
    private final AtomicReferenceArray<ScriptContext> contexts = new AtomicReferenceArray<>(MAX_CONTEXTS);
    private volatile Optional<LoadedFunction> loaded = Optional.empty();

    /**
     * @param languages of the library; a function that is granted polyglot code may call the others from its own
     */
    public ScriptHost(List<HostedLanguage> languages) {
        this.languages = List.copyOf(languages);
    }

    /** A host on HotSpot. */
    public static ScriptHost onHotSpot(LanguageSupport language) {
        return new ScriptHost(List.of(new HostedLanguage(language, program -> new EngineContextMaker(EngineOptions.of(
                program)))));
    }

    @Override
    public void load(byte[] program) {
        if (loaded.isPresent()) {
            throw new IllegalStateException("an isolate holds one function and has it already");
        }
        ScriptProgram decoded = ScriptProgram.decode(program);
        HostedLanguage own = languages.stream().filter(candidate -> candidate.support().language() == decoded
                .language()).findFirst().orElseThrow(() -> new RefusedException("this library runs " + languages
                        .stream()
                        .map(known -> known.support().language().id()).collect(Collectors.joining(" and ")) + ", not "
                        + decoded.language().id()));
        LoadedFunction function = new LoadedFunction(decoded, ProgramFiles.of(decoded), own.support(), own.makers()
                .apply(decoded));
        loaded = Optional.of(function);
        openContext(function, 0);
    }

    @Override
    public void open(int context) {
        LoadedFunction function = loaded.orElseThrow(() -> new IllegalStateException("no function was loaded"));
        if (context < 0 || context >= function.program().contexts() || contexts.get(context) != null) {
            throw new IllegalStateException("context " + context + " of " + function.program().contexts()
                    + " cannot be opened: it is open, or beyond what the function was loaded for");
        }
        openContext(function, context);
    }

    /** The context is in the table before it is made, so that whoever cancels it at any time is heard. */
    private void openContext(LoadedFunction function, int number) {
        ScriptContext context = new ScriptContext(function.language());
        contexts.set(number, context);
        boolean ready = false;
        try {
            context.begin(newContext(function));
            context.load(function.files(), function.program().entryPoint());
            ready = true;
        } finally {
            if (!ready) {
                cancel(number);
            }
        }
    }

    @Override
    public String invoke(int context, String argumentsJson) {
        ScriptContext target = contexts.get(context);
        if (target == null) {
            throw new FunctionFailure("the context was closed");
        }
        return target.invoke(argumentsJson);
    }

    @Override
    public void cancel(int context) {
        ScriptContext target = contexts.getAndSet(context, null);
        if (target != null) {
            target.cancel();
        }
    }

    /** Ends all contexts. An isolate of its own needs no such call: it ends as a whole. */
    public void close() {
        for (int i = 0; i < contexts.length(); i++) {
            cancel(i);
        }
    }

    private Context newContext(LoadedFunction function) {
        Grants grants = Grants.parse(function.program().grants());
        String own = function.language().language().polyglotId();
        Context.Builder builder = Context.newBuilder(grants.polyglot() ? ALL_LANGUAGES : new String[]{own})
                .allowExperimentalOptions(true).allowHostAccess(HOST_ACCESS)
                .allowPolyglotAccess(grants.polyglot() ? PolyglotAccess.ALL : PolyglotAccess.NONE)
                .allowIO(FunctionAccess.of(grants, function.files()));
        languages.stream().map(HostedLanguage::support).filter(support -> support.equals(function.language()) || grants
                .polyglot()).forEach(support -> support.configure(builder));
        Context context = function.maker().build(builder);
        HostApi.of(grants, function.language().language(), function.language()::buffer).ifPresent(api -> context
                .getBindings(own).putMember(
                        "graalvisor", api));
        return context;
    }

    private record LoadedFunction(ScriptProgram program, ProgramFiles files, LanguageSupport language,
            ContextMaker maker) {}
}
