public class Throws {
    public static String main(String json) {
        throw new IllegalStateException("nooooo");
    }
}
