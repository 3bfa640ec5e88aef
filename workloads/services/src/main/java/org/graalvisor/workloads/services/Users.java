package org.graalvisor.workloads.services;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The users that the REST back-end knows, generated from a seed: a record holds the hash of a password, never the password. */
public final class Users {
    /** How many there are. */
    public static final int COUNT = 1_000;

    private static final int SALT_BYTES = 16;

    private final Map<String, String> records = new LinkedHashMap<>();
    private final long seed;

    /**
     * What a user types to log in.
     *
     * @param username letters and digits
     * @param password letters and digits
     * @param email as the user's record says
     */
    public record Login(String username, String password, String email) {}

    Users(long seed) {
        this.seed = seed;
        for (int number = 0; number < COUNT; number++) {
            Login login = login(number);
            byte[] salt = new byte[SALT_BYTES];
            new SplittableRandom(~seed - number).nextBytes(salt);
            String hexadecimalSalt = HexFormat.of().formatHex(salt);
            String hash = Hashes.sha256((hexadecimalSalt + login.password()).getBytes(StandardCharsets.UTF_8));
            records.put(login.username(), "{\"username\":\"" + login.username() + "\",\"email\":\"" + login.email()
                    + "\",\"salt\":\"" + hexadecimalSalt + "\",\"password_sha256\":\"" + hash + "\"}");
        }
    }

    /**
     * A user with the right password.
     *
     * @param number from 0 to {@link #COUNT} - 1
     */
    public Login login(int number) {
        String username = "user" + number;
        return new Login(username, Long.toHexString(new SplittableRandom(seed + number).nextLong()), username
                + "@example.org");
    }

    /** The JSON record of a user. */
    Optional<String> find(String username) {
        return Optional.ofNullable(records.get(username));
    }
}
