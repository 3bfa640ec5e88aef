public class Exits {
    public static String main(String json) {
        if (json.contains("exit")) {
            System.exit(1);
        }
        return json;
    }
}
