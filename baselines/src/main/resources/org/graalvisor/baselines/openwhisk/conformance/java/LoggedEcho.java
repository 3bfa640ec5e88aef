public class LoggedEcho {
    public static String main(String json) {
        System.out.println("hello stdout");
        System.err.println("hello stderr");
        return json;
    }
}
