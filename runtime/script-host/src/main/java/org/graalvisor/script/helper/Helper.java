package org.graalvisor.script.helper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.graalvisor.program.Grants;

/** Members of the object {@code graalvisor} and the grant each needs. */
enum Helper {
    HTTP("net"), HASH("helpers"), IMAGE("helpers"), TEMPLATE("helpers"), FILE("read:/path"), RUN("run:program");

    private final String grant;

    Helper(String grant) {
        this.grant = grant;
    }

    String grant() {
        return grant;
    }

    boolean isGranted(Grants grants) {
        return switch (this) {
            case HTTP -> grants.network();
            case HASH, IMAGE, TEMPLATE -> grants.helpers();
            case FILE -> !grants.readable().isEmpty();
            case RUN -> !grants.commands().isEmpty();
        };
    }

    static Optional<Helper> find(String member) {
        for (Helper helper : values()) {
            if (helper.member().equals(member)) {
                return Optional.of(helper);
            }
        }
        return Optional.empty();
    }

    static List<String> names(Grants grants) {
        return Arrays.stream(values()).filter(helper -> helper.isGranted(grants)).map(Helper::member).toList();
    }

    private String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
