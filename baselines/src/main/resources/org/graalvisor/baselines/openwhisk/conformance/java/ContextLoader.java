public class ContextLoader {
    public static String main(String json) throws ReflectiveOperationException {
        Class<?> echo = Thread.currentThread().getContextClassLoader().loadClass("Echo");
        return (String) echo.getMethod("main", String.class).invoke(null, json);
    }
}
