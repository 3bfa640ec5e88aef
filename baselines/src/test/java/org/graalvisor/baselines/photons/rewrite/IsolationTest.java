package org.graalvisor.baselines.photons.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvisor.baselines.photons.FunctionCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {

    @TempDir
    Path directory;

    private FunctionImage load(String source) throws Exception {
        return FunctionImage.load(FunctionCompiler.jar(directory, source), "F#main");
    }

    private static String invoke(FunctionImage function, String json) throws InvocationTargetException {
        return function.invoke(json).orElseThrow();
    }

    /** Every invocation must see what the function sees in a JVM of its own. */
    private void assertFresh(String source, String expected) throws Exception {
        Path jar = FunctionCompiler.jar(directory, source);
        try (URLClassLoader own = new URLClassLoader(new URL[]{jar.toUri().toURL()})) {
            assertThat(own.loadClass("F").getMethod("main", String.class).invoke(null, "{}")).isEqualTo(expected);
        }
        try (FunctionImage function = FunctionImage.load(jar, "F#main")) {
            for (int i = 0; i < 3; i++) {
                assertThat(invoke(function, "{}")).as("invocation %s", i).isEqualTo(expected);
            }
        }
    }

    @Test
    void concurrentInvocationsCannotSeeEachOthersStatics() throws Exception {
        String source = """
                import java.util.*;
                import java.util.concurrent.*;
                public class F {
                    static int counter;
                    static long wide = 7;
                    static double real = 1.5;
                    static final List<String> SEEN = new ArrayList<>();
                    public static String main(String json, Map<String, Object> shared) throws Exception {
                        CyclicBarrier barrier = (CyclicBarrier) shared.computeIfAbsent("b", key -> new CyclicBarrier(4));
                        for (int i = 0; i < 100; i++) {
                            counter++; wide += 2; real *= 1.01; SEEN.add(json);
                            barrier.await(20, TimeUnit.SECONDS);
                        }
                        return json + counter + " " + wide + " " + SEEN.size() + " " + new HashSet<>(SEEN);
                    }
                }
                """;
        try (FunctionImage function = load(source); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String json = Integer.toString(i);
                calls.add(() -> invoke(function, json));
            }
            List<Future<String>> replies = threads.invokeAll(calls);
            for (int i = 0; i < 4; i++) {
                assertThat(replies.get(i).get()).isEqualTo(i + "100 207 100 [" + i + "]");
            }
        }
    }

    @Test
    void theSharedMapIsTheOnlyThingInvocationsShare() throws Exception {
        try (FunctionImage function = load("""
                import java.util.Map;
                public class F {
                    static final class Box { int value; static int boxes; Box() { boxes++; } }
                    public static String main(String json, Map<String, Object> shared) {
                        Box box = (Box) shared.computeIfAbsent("box", key -> new Box());
                        return ++box.value + " " + Box.boxes;
                    }
                }
                """)) {
            assertThat(invoke(function, "{}")).isEqualTo("1 1");
            assertThat(invoke(function, "{}")).isEqualTo("2 0");
        }
    }

    @Test
    void inheritedStaticsAndInitialisationOrderAreThoseOfTheLanguage() throws Exception {
        assertFresh("""
                public class F {
                    static final StringBuilder LOG = new StringBuilder();
                    static class Base { static int count = log("Base", 1); int own = ++count; static void touch() {} }
                    static class Derived extends Base { static int more = log("Derived", 10); }
                    static class Unused extends Base { static int never = log("Unused", 0); }
                    interface WithDefault { int X = log("WithDefault", 5); default int x() { return X; } }
                    interface Plain { int Y = log("Plain", 6); int y(); }
                    static class Both implements WithDefault, Plain { public int y() { return Y; } }
                    static class Argument { static int value = log("Argument", 3); }
                    static class Taker { static int taken = log("Taker", 0); Taker(int value) { taken = value; } }
                    static int log(String name, int value) { LOG.append(name).append(' '); return value; }
                    public static String main(String json) {
                        Unused.touch();
                        Derived.count += 5;
                        new Derived();
                        Both both = new Both();
                        int sum = both.x() + both.y() + Derived.more;
                        new Taker(Argument.value);
                        return LOG + "" + Base.count + " " + sum + " " + Taker.taken;
                    }
                }
                """, "Base Derived WithDefault Plain Taker Argument 7 21 3");
    }

    @Test
    void interfacesWithConstantsWork() throws Exception {
        assertFresh(
                """
                        import java.util.*;
                        public class F {
                            interface Limits { int MAX = 3; String NAME = "n"; List<Integer> LIST = new ArrayList<>(List.of(1)); }
                            static class User implements Limits { int use() { LIST.add(MAX); return LIST.size(); } }
                            public static String main(String json) { return NAME() + new User().use() + Limits.LIST; }
                            static String NAME() { return User.NAME; }
                        }
                        """,
                "n2[1, 3]");
    }

    @Test
    void enumsWorkInSwitchesSetsMapsAndByName() throws Exception {
        assertFresh(
                """
                        import java.util.*;
                        import java.util.function.*;
                        public class F {
                            enum Op {
                                PLUS("+", (a, b) -> a + b), TIMES("*", (a, b) -> a * b) { @Override int twice() { return 4; } };
                                private static final Map<String, Op> BY_SYMBOL = new HashMap<>();
                                private static int lookups;
                                static {
                                    try {
                                        for (Op op : values()) { BY_SYMBOL.put(op.symbol, op); }
                                    } catch (RuntimeException e) { throw new IllegalStateException(e); }
                                }
                                final String symbol;
                                private final IntBinaryOperator operator;
                                Op(String symbol, IntBinaryOperator operator) { this.symbol = symbol; this.operator = operator; }
                                int apply(int a, int b) { return operator.applyAsInt(a, b); }
                                int twice() { return 2; }
                                static Op of(String symbol) { lookups++; return BY_SYMBOL.get(symbol); }
                            }
                            enum Plain { A, B }
                            public static String main(String json) {
                                EnumMap<Op, Integer> map = new EnumMap<>(Op.class);
                                map.put(Op.valueOf("TIMES"), Op.of("*").apply(3, 4));
                                String text = switch (Op.of("+")) { case PLUS -> "plus"; case TIMES -> "times"; };
                                Object any = Plain.B;
                                String pattern = switch (any) { case Plain p when p == Plain.B -> "b"; default -> "other"; };
                                return map + text + EnumSet.allOf(Plain.class) + Op.lookups + Op.TIMES.twice() + pattern
                                        + (Op.of("*") == Op.valueOf("TIMES"));
                            }
                        }
                        """,
                "{TIMES=12}plus[A, B]24btrue");
    }

    @Test
    void lambdasNestedClassesRecordsAndAssertionsSeeTheirInvocation() throws Exception {
        assertFresh(
                """
                        import java.util.function.*;
                        public class F {
                            private static int count = 1;
                            private static String text = "a";
                            static class Nested { private static int inner = 10; int read() { return count + inner++; } }
                            class Inner { int read() { return count; } }
                            record Point(int x) { static int made; Point { made++; } }
                            static final Supplier<String> LATE = () -> text + count;
                            public static String main(String json) {
                                IntUnaryOperator add = x -> { count += x; return count; };
                                Runnable anonymous = new Runnable() { public void run() { text += "b"; Nested.inner++; } };
                                anonymous.run();
                                Function<Integer, Point> make = Point::new;
                                make.apply(1); make.apply(2);
                                assert count > 0;
                                return add.applyAsInt(4) + LATE.get() + new Nested().read() + new F().new Inner().read() + Point.made;
                            }
                        }
                        """,
                "5ab51652");
    }

    @Test
    void initialisersThatThrowDoSoInEveryInvocation() throws Exception {
        assertFresh(
                """
                        public class F {
                            static class Broken { static int value = 1 / Integer.parseInt("0"); }
                            static class Below extends Broken { static int other = 3; }
                            static class Checked { static int value = fail(); static int fail() { throw F.<RuntimeException>sneaky(); } }
                            @SuppressWarnings("unchecked")
                            static <T extends Throwable> RuntimeException sneaky() throws T { throw (T) new java.io.IOException("io"); }
                            public static String main(String json) {
                                StringBuilder log = new StringBuilder();
                                for (int i = 0; i < 2; i++) {
                                    try { log.append(Below.other); } catch (Throwable e) { log.append(e.getClass().getSimpleName()).append(e.getCause().getClass().getSimpleName()).append(' '); }
                                }
                                try { log.append(Checked.value); } catch (Throwable e) { log.append(e.getCause()); }
                                return log.toString();
                            }
                        }
                        """,
                "ExceptionInInitializerErrorArithmeticException "
                        + "NoClassDefFoundErrorExceptionInInitializerError java.io.IOException: io");
    }

    @Test
    void threadsBelongToTheInvocationThatStartedThem() throws Exception {
        assertFresh(
                """
                        import java.util.*;
                        import java.util.concurrent.*;
                        import java.util.concurrent.atomic.*;
                        public class F {
                            static final AtomicInteger COUNT = new AtomicInteger();
                            static class Slow { static int value; static { try { Thread.sleep(50); } catch (InterruptedException e) {} value = COUNT.incrementAndGet(); } }
                            public static String main(String json) throws Exception {
                                List<Thread> threads = new ArrayList<>();
                                Set<Integer> seen = ConcurrentHashMap.newKeySet();
                                for (int i = 0; i < 8; i++) { threads.add(i % 2 == 0 ? Thread.ofVirtual().start(() -> seen.add(Slow.value)) : new Thread(() -> seen.add(Slow.value))); }
                                for (Thread thread : threads) { if (!thread.isVirtual()) thread.start(); }
                                for (Thread thread : threads) { thread.join(); }
                                try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                                    CompletableFuture.supplyAsync(COUNT::incrementAndGet, pool).thenApply(x -> COUNT.addAndGet(10)).get();
                                }
                                return COUNT + " " + seen;
                            }
                        }
                        """,
                "12 [1]");
    }

    @Test
    void initialisersThatWaitForEachOtherInOneThreadSeeWhatIsThere() throws Exception {
        assertFresh("""
                public class F {
                    static class A { static int a = 1; static int fromB = B.b; }
                    static class B { static int fromA = A.a; static int b = 2; }
                    public static String main(String json) { return A.fromB + "" + B.fromA; }
                }
                """, "21");
    }

    @Test
    void classForNameInitialisesOncePerInvocation() throws Exception {
        assertFresh("""
                public class F {
                    static int loaded;
                    static class Driver { static { loaded++; } }
                    public static String main(String json) throws Exception {
                        Class.forName("F$Driver"); Class.forName("F$Driver");
                        Class.forName("F$Driver", true, F.class.getClassLoader());
                        return loaded + "";
                    }
                }
                """, "1");
    }

    @Test
    void everyKindOfFieldAndCompoundAssignmentWorks() throws Exception {
        assertFresh("""
                public class F {
                    static boolean z; static byte b = 1; static char c = 'c'; static short s = 2; static int i = 3;
                    static long l = 4L; static float f = 5f; static double d = 6d; static int[] array = {1, 2};
                    static final long COMPUTED = System.nanoTime() > 0 ? 9 : 8; static final int CONSTANT = 11;
                    static long twice() { return l = l++ + (l += 2); }
                    static double chain() { double x; x = d = f = 2; return x + d; }
                    public static String main(String json) {
                        z = !z; b += 1; c++; s <<= 2; array[1] += i++;
                        return z + "" + b + c + s + i + twice() + l + chain() + array[1] + COMPUTED + CONSTANT;
                    }
                }
                """, "true2d8411114.05911");
    }

    @Test
    void exceptionsOfTheFunctionReachTheCaller() throws Exception {
        try (FunctionImage function = load("public class F { public static String main(String json) {"
                + " throw new IllegalStateException(json); } }")) {
            assertThatThrownBy(() -> function.invoke("why")).isInstanceOf(InvocationTargetException.class)
                    .hasRootCauseMessage("why");
        }
    }

    @Test
    void changedArraysOfEnumConstantsAreFoundAndPutRight() throws Exception {
        try (FunctionImage function = load("""
                public class F {
                    enum E { A; final int[] numbers = {1, 2}; }
                    public static String main(String json) {
                        if (json.equals("change")) { E.A.numbers[0] = 9; }
                        return "" + E.A.numbers[0];
                    }
                }
                """)) {
            assertThat(invoke(function, "{}")).isEqualTo("1");
            assertThatThrownBy(() -> function.invoke("change")).isInstanceOf(SharedStateException.class)
                    .hasMessageContainingAll("F$E", "constant A", "field numbers");
            assertThat(invoke(function, "{}")).isEqualTo("1");
        }
    }

    @Test
    void staticMembersOfInterfacesAndOfTypesInsideThemAreIsolated() throws Exception {
        assertFresh(
                """
                        import java.util.*;
                        public class F {
                            sealed interface Shape permits Circle, Square {
                                List<String> LOG = new ArrayList<>();
                                static int count() { LOG.add("count"); return LOG.size(); }
                                private static void note(String text) { LOG.add(text); }
                                default String name() { note("name"); return getClass().getSimpleName(); }
                                class Registry { static int registered = LOG.size(); }
                            }
                            record Circle(int r) implements Shape { static final Map<Integer, Circle> CACHE = new TreeMap<>(); }
                            record Square(int a) implements Shape { @Override public String name() { return "S"; } }
                            interface Generic<T> { Object TOKEN = new Object(); T get(); }
                            public static String main(String json) {
                                Circle.CACHE.computeIfAbsent(3, Circle::new);
                                Shape shape = Circle.CACHE.get(3);
                                String area = switch (shape) { case Circle(int r) when r > 2 -> "big"; case Circle c -> "small"; case Square s -> "square"; };
                                Generic<Object> token = () -> Generic.TOKEN;
                                return Shape.count() + shape.name() + new Square(1).name() + Shape.Registry.registered + Shape.LOG
                                        + area + (token.get() == Generic.TOKEN);
                            }
                        }
                        """,
                "1CircleS2[count, name]bigtrue");
    }

    @Test
    void initialisersMayLoopCatchAndUseLambdasAndAnonymousClasses() throws Exception {
        assertFresh(
                """
                        import java.util.*;
                        import java.util.function.*;
                        public class F {
                            static final int[] TABLE = new int[4];
                            static final Map<String, Supplier<Integer>> MAKERS = new LinkedHashMap<>();
                            static int failures;
                            static final Comparator<String> ORDER = new Comparator<>() {
                                private int used;
                                @Override public int compare(String a, String b) { used++; return b.compareTo(a) + 0 * used; }
                            };
                            static {
                                for (int i = 0; i < TABLE.length; i++) { TABLE[i] = i * i; }
                                try { Integer.parseInt("x"); } catch (NumberFormatException e) { failures++; } finally { failures += 10; }
                                int base = TABLE[2];
                                MAKERS.put("a", () -> base + failures);
                                switch ("two") { case "one" -> failures = 0; case "two" -> failures++; default -> failures = -1; }
                            }
                            static synchronized int locked() { synchronized (F.class) { return ++TABLE[0]; } }
                            static String text(Object o) { return o instanceof String s && !s.isEmpty() ? s : "none"; }
                            public static String main(String json) {
                                TreeSet<String> sorted = new TreeSet<>(ORDER);
                                sorted.addAll(List.of("x", "y"));
                                return Arrays.toString(TABLE) + failures + MAKERS.get("a").get() + sorted + locked() + locked() + text("t");
                            }
                        }
                        """,
                "[0, 1, 4, 9]1216[y, x]12t");
    }

    @Test
    void enumsMayHaveAbstractMethodsInterfacesArraysAndFurtherStatics() throws Exception {
        assertFresh(
                """
                        import java.util.*;
                        import java.util.stream.*;
                        public class F {
                            interface Coded { Map<Integer, Coded> ALL = new TreeMap<>(); int code(); }
                            enum Level implements Coded {
                                LOW { @Override double factor() { return 0.5; } }, HIGH { @Override double factor() { return 2; } };
                                static final Level[] SORTED = Stream.of(values()).sorted(Comparator.comparing(Level::factor).reversed()).toArray(Level[]::new);
                                static int asked;
                                private final byte[] bytes = {1, 2};
                                private final List<String> names = List.of("a", name());
                                abstract double factor();
                                @Override public int code() { asked++; return ordinal() + bytes.length; }
                            }
                            enum Empty {}
                            enum Only { INSTANCE }
                            public static String main(String json) {
                                for (Level level : Level.values()) { Coded.ALL.put(level.code(), level); }
                                return Arrays.toString(Level.SORTED) + Coded.ALL + Level.asked + Empty.values().length
                                        + Only.valueOf("INSTANCE") + Level.LOW.names + new EnumMap<>(Map.of(Level.HIGH, 1));
                            }
                        }
                        """,
                "[HIGH, LOW]{2=LOW, 3=HIGH}20INSTANCE[a, LOW]{HIGH=1}");
    }
}
