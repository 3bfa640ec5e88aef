public class Sleeper {
    private static final int MILLISECONDS = 400;

    public static String main(String json) throws InterruptedException {
        long start = System.currentTimeMillis();
        Thread.sleep(MILLISECONDS);
        return "{\"start\":" + start + ",\"end\":" + System.currentTimeMillis() + "}";
    }
}
