import java.util.Locale;

public class Activation {
    public static String main(String json) {
        StringBuilder reply = new StringBuilder("{");
        for (String name : new String[]{"api_host", "api_key", "namespace", "action_name", "action_version",
                "activation_id", "deadline"}) {
            reply.append(reply.length() == 1 ? "" : ",").append('"').append(name).append("\":\"")
                    .append(System.getenv("__OW_" + name.toUpperCase(Locale.ROOT))).append('"');
        }
        return reply.append('}').toString();
    }
}
