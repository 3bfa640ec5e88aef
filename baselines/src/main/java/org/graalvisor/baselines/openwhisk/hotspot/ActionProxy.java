package org.graalvisor.baselines.openwhisk.hotspot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What /init and /run do. Messages and statuses are those of OpenWhisk's own Java proxy. */
final class ActionProxy {
    /** The one status of all errors. */
    private static final int ERROR = 502;

    private final Path workDirectory;
    private final ActionLogs logs;
    private final boolean concurrent;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private volatile Optional<Action> action = Optional.empty();

    /**
     * @param workDirectory where the action's jar is kept
     * @param concurrent whether activations may overlap
     */
    ActionProxy(Path workDirectory, ActionLogs logs, boolean concurrent) {
        this.workDirectory = workDirectory;
        this.logs = logs;
        this.concurrent = concurrent;
    }

    /** Loads the action; returns the reply's body. */
    synchronized String init(String body) throws ProxyException {
        if (action.isPresent()) {
            String message = "Cannot initialize the action more than once.";
            logs.error(message);
            throw new ProxyException(ERROR, message);
        }
        try {
            JsonObject value = JsonBody.parse(body).get("value") instanceof JsonObject object
                    ? object
                    : new JsonObject();
            Optional<String> main = JsonBody.text(value, "main");
            Optional<String> code = JsonBody.text(value, "code");
            if (main.isEmpty() || code.isEmpty() || code.get().isEmpty()) {
                throw new ProxyException(ERROR, "Missing main/no code to execute.");
            }
            ProcessEnvironment.add(JsonBody.environment(value));
            action = Optional.of(Action.load(store(code.get()), main.get()));
            return "OK";
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            logs.error(e);
            logs.sentinels();
            throw new ProxyException(ERROR, "An error has occurred (see logs for details): " + e);
        }
    }

    private Path store(String base64) throws IOException {
        byte[] jar = Base64.getMimeDecoder().decode(base64);
        return Files.write(Files.createTempFile(workDirectory, "action", ".jar"), jar);
    }

    /** Runs the action; returns its result. */
    String run(String body) throws ProxyException {
        Action loaded = action.orElseThrow(() -> new ProxyException(ERROR, "Cannot invoke an uninitialized action."));
        if (concurrent) {
            return activate(loaded, body);
        }
        oneAtATime.lock();
        try {
            return activate(loaded, body);
        } finally {
            oneAtATime.unlock();
        }
    }

    private String activate(Action loaded, String body) throws ProxyException {
        try {
            JsonObject request = JsonBody.parse(body);
            ProcessEnvironment.add(JsonBody.activation(request));
            String result = loaded.invoke(value(request)).orElseThrow(() -> new NullPointerException(
                    "The action returned null"));
            return requireObject(result);
        } catch (InvocationTargetException e) {
            logs.error(e.getCause());
            throw new ProxyException(ERROR, "An error has occurred while invoking the action (see logs for details): "
                    + e.getCause());
        } catch (IllegalAccessException | RuntimeException e) {
            logs.error(e);
            throw new ProxyException(ERROR, "An error has occurred (see logs for details): " + e);
        } finally {
            logs.sentinels();
        }
    }

    /** The first character tells; parsing every result would be charged to the action. */
    private static String requireObject(String json) {
        String text = json.stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            throw new JsonParseException("the action returned JSON that is neither object nor array");
        }
        return json;
    }

    private static JsonElement value(JsonObject request) {
        JsonElement value = request.get("value");
        if (value == null || value.isJsonNull()) {
            return new JsonObject();
        }
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return value;
        }
        throw new JsonParseException("the field value has to be an object or an array");
    }
}
