package org.graalvisor.script.helper;

import java.nio.ByteBuffer;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** A JavaScript context with the host API of some grants. */
final class GuestCode implements AutoCloseable {
    private final Context context;

    GuestCode(String grants) {
        context = Context.newBuilder("js").allowHostAccess(HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(
                true).build()).option("engine.WarnInterpreterOnly", "false").build();
        HostApi.of(Grants.parse(grants), ScriptLanguage.JAVASCRIPT, ByteBuffer::wrap).ifPresent(api -> context
                .getBindings("js")
                .putMember("graalvisor", api));
    }

    Value run(String code) {
        return context.eval("js", code);
    }

    String text(String code) {
        return run(code).asString();
    }

    /** The message of the error that code catches. */
    String error(String code) {
        return text("(() => { try { " + code
                + "; return 'no error' } catch (e) { return e instanceof Error ? e.message : 'no Error but '"
                + " + e } })()");
    }

    Context context() {
        return context;
    }

    @Override
    public void close() {
        context.close(true);
    }
}
