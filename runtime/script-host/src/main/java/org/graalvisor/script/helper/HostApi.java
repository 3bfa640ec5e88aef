package org.graalvisor.script.helper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * The object {@code graalvisor} of one context, see docs/host-api.md. Making it costs one small object; a helper is made when
 * its member is first read. Used by the thread that is in the context.
 *
 * <p>
 * Only granted members are listed, but reading one that is not granted fails with the grant to ask for, since {@code undefined is
 * not a function} would help nobody.
 */
public final class HostApi implements ProxyObject {
    private final Grants grants;
    private final GuestLanguage guest;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private HostApi(Grants grants, GuestLanguage guest) {
        this.grants = grants;
        this.guest = guest;
    }

    /**
     * The object for one context.
     *
     * @param grants of the function
     * @param language of the code that will see it, in whose bytes and errors the helpers answer
     * @param buffers what the language takes bytes as
     * @return nothing when no helper is granted
     */
    public static Optional<ProxyObject> of(Grants grants, ScriptLanguage language,
            Function<byte[], Object> buffers) {
        for (Helper helper : Helper.values()) {
            if (helper.isGranted(grants)) {
                return Optional.of(new HostApi(grants, new GuestLanguage(language, buffers)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Object getMember(String key) {
        Helper helper = Helper.find(key).orElseThrow(() -> new IllegalArgumentException("no member " + key));
        if (!helper.isGranted(grants)) {
            throw guest.error("graalvisor." + key + " is not granted: register the function with allow=" + helper
                    .grant());
        }
        return members.computeIfAbsent(key, ignored -> make(helper));
    }

    @Override
    public Object getMemberKeys() {
        Object[] granted = Helper.names(grants).toArray();
        return ProxyArray.fromArray(granted);
    }

    @Override
    public boolean hasMember(String key) {
        return Helper.find(key).isPresent();
    }

    @Override
    public void putMember(String key, Value value) {
        throw new UnsupportedOperationException("graalvisor." + key + " cannot be set");
    }

    private Object make(Helper helper) {
        return switch (helper) {
            case HTTP -> {
                HttpHelper http = new HttpHelper();
                yield object(Map.of("get", function("graalvisor.http.get", http::get), "post", function(
                        "graalvisor.http.post", http::post)));
            }
            case HASH -> function("graalvisor.hash", HashHelper::hash);
            case IMAGE -> object(Map.of("thumbnail", function("graalvisor.image.thumbnail",
                    new ImageHelper()::thumbnail)));
            case TEMPLATE -> function("graalvisor.template", TemplateHelper::render);
            case FILE -> {
                FileHelper files = new FileHelper(grants.readable());
                yield object(Map.of("read", function("graalvisor.file.read", files::read), "list", function(
                        "graalvisor.file.list", files::list)));
            }
            case RUN -> function("graalvisor.run", new ProgramHelper(grants.commands(), BoundedRun.Limits.DEFAULT,
                    System::nanoTime)::run);
        };
    }

    private ProxyExecutable function(String name, HelperFunction body) {
        return values -> {
            try {
                return guest.toGuest(body.call(new Arguments(name, values)));
            } catch (HelperException e) {
                throw guest.error(name + ": " + e.getMessage());
            }
        };
    }

    private static ProxyObject object(Map<String, Object> members) {
        return new FixedObject(members);
    }

    /** What a helper does once its arguments are there; answers text, bytes, a number, a list of texts or a map of these. */
    @FunctionalInterface
    private interface HelperFunction {
        Object call(Arguments arguments);
    }
}
