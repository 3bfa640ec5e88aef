public class Text {
    public static String main(String json) {
        return "\"no object\"";
    }
}
