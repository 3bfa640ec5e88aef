package org.graalvisor.workloads.catalogue.check;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The checks of all functions. */
public final class OutputChecks {
    private OutputChecks() {}

    /**
     * A member of the reply is this text.
     *
     * @param timed whether the reply has to say how long the function ran
     */
    public static OutputCheck text(String member, String expected, boolean timed) {
        return check(reply -> {
            requireEqual(member, expected, reply.text(member));
            if (timed) {
                reply.requireTime();
            }
        });
    }

    /** A member of the reply is this number. */
    public static OutputCheck number(String member, long expected) {
        return check(reply -> {
            requireEqual(member, expected, reply.number(member));
            reply.requireTime();
        });
    }

    /**
     * A login is granted.
     *
     * @param email of the user, which only the user's record tells
     */
    public static OutputCheck login(String email) {
        return check(reply -> {
            requireEqual("login", true, reply.flag("login"));
            requireEqual("email", email, reply.text("email"));
            reply.requireTime();
        });
    }

    /**
     * A page greets somebody and lists random numbers.
     *
     * @param username as it stands in the page
     * @param count of numbers
     * @param seed of the numbers
     */
    public static OutputCheck page(String username, int count, int seed) {
        Page page = new Page(username, count, seed);
        return check(reply -> {
            page.require(reply.text("html"));
            reply.requireTime();
        });
    }

    /**
     * Content of this length and hash was stored.
     *
     * @param sha256 lower-case hexadecimal
     */
    public static OutputCheck stored(long bytes, String sha256) {
        return check(reply -> {
            requireEqual("bytes", bytes, reply.number("bytes"));
            requireEqual("sha256", sha256, reply.text("sha256"));
            reply.requireTime();
        });
    }

    /**
     * Content was stored that a stricter check accepts. The same content is looked at once.
     *
     * @param stored finds content by its SHA-256
     * @param content throws when it is not as it should be
     */
    public static OutputCheck storedContent(Function<String, Optional<byte[]>> stored, ContentCheck content) {
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        return check(reply -> {
            String sha256 = reply.text("sha256");
            if (!accepted.contains(sha256)) {
                byte[] bytes = stored.apply(sha256).orElseThrow(() -> new WrongOutputException(
                        "nothing with the hash " + sha256 + " was stored"));
                requireEqual("bytes", bytes.length, reply.number("bytes"));
                content.require(bytes);
                accepted.add(sha256);
            }
            reply.requireTime();
        });
    }

    private static OutputCheck check(Consumer<Reply> requirement) {
        return replyJson -> {
            try {
                requirement.accept(Reply.parse(replyJson));
                return Optional.empty();
            } catch (WrongOutputException e) {
                return Optional.of(e.getMessage());
            }
        };
    }

    static void requireEqual(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new WrongOutputException(what + " should be " + expected + " but is " + found);
        }
    }

    static void requireEqual(String what, long expected, long found) {
        requireEqual(what, (Object) expected, found);
    }
}
