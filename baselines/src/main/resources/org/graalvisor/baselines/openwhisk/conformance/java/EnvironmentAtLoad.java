public class EnvironmentAtLoad {
    private static final String SOME = System.getenv("SOME_VARIABLE");
    private static final String OTHER = System.getenv("OTHER_VARIABLE");
    private static final String EMPTY = System.getenv("EMPTY_VARIABLE");

    public static String main(String json) {
        return "{\"some\":\"" + SOME + "\",\"other\":\"" + OTHER + "\",\"empty\":\"" + EMPTY + "\"}";
    }
}
