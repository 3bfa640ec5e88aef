import com.google.gson.JsonObject;

public class ObjectEcho {
    public static JsonObject main(JsonObject arguments) {
        return arguments;
    }
}
