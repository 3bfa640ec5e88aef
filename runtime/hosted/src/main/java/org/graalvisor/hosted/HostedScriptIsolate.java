package org.graalvisor.hosted;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.graalvisor.function.FunctionFailure;
import org.graalvisor.function.OverBudgetException;
import org.graalvisor.function.RefusedException;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.script.ScriptHost;

/** One function's engine and contexts in this process. */
final class HostedScriptIsolate implements FunctionIsolate {
    private static final byte[] NOTHING = new byte[0];

    private final ScriptHost host;

    HostedScriptIsolate(ScriptHost host) {
        this.host = host;
    }

    @Override
    public InvocationOutcome load(byte[] program) {
        return outcome(() -> {
            host.load(program);
            return NOTHING;
        });
    }

    @Override
    public InvocationOutcome openContext(int context) {
        return outcome(() -> {
            host.open(context);
            return NOTHING;
        });
    }

    @Override
    public InvocationOutcome invoke(int context, byte[] argumentsJson) {
        return outcome(() -> encode(host.invoke(context, new String(argumentsJson, StandardCharsets.UTF_8))));
    }

    @Override
    public void cancelContext(int context) {
        host.cancel(context);
    }

    /** All functions share one heap here, whose collector decides for itself. */
    @Override
    public void trim() {}

    @Override
    public void tearDown() {
        host.close();
    }

    private static byte[] encode(String reply) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(reply));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new FunctionFailure("the function's reply is no Unicode text: there is a lone surrogate");
        }
    }

    private static InvocationOutcome outcome(Callable<byte[]> call) {
        try {
            return new InvocationOutcome.Replied(call.call());
        } catch (RefusedException e) {
            return new InvocationOutcome.Refused(e.getMessage());
        } catch (FunctionFailure e) {
            return new InvocationOutcome.Threw(e.getMessage());
        } catch (OverBudgetException | OutOfMemoryError e) {
            return new InvocationOutcome.OverBudget("the function needed more memory than this process has");
        } catch (Exception e) {
            return new InvocationOutcome.Threw(e.toString());
        }
    }
}
