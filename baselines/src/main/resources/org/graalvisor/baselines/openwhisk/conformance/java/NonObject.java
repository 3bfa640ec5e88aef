public class NonObject {
    public static String main(String json) {
        return null;
    }
}
