import com.google.gson.JsonArray;

public class ArrayEcho {
    public static JsonArray main(JsonArray arguments) {
        return arguments;
    }
}
