public class Echo {
    public static String main(String json) {
        return json;
    }

    public static String niam(String json) {
        System.out.println("hello stdout");
        return json;
    }
}
