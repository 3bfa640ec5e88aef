package org.graalvisor.script.helper.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/** libvips called from HotSpot. */
final class ForeignVips implements Vips {
    /** vips_init is not made for two threads at once. */
    private static final Lock INITIALIZING = new ReentrantLock();

    private static final BiFunction<String, Arena, SymbolLookup> LOOKUP = SymbolLookup::libraryLookup;

    private final SymbolLookup symbols;
    private final MethodHandle thumbnail;
    private final MethodHandle save;
    private final MethodHandle unreference;
    private final MethodHandle free;
    private final MethodHandle errorBuffer;
    private final MethodHandle errorClear;

    private ForeignVips(SymbolLookup symbols) {
        this.symbols = symbols;
        // The first four arguments are the fixed ones; a null name ends the others.
        this.thumbnail = variadic("vips_thumbnail_buffer", 4, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT,
                ADDRESS);
        this.save = variadic("vips_image_write_to_buffer", 4, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        this.unreference = function("g_object_unref", FunctionDescriptor.ofVoid(ADDRESS));
        this.free = function("g_free", FunctionDescriptor.ofVoid(ADDRESS));
        this.errorBuffer = function("vips_error_buffer", FunctionDescriptor.of(ADDRESS));
        this.errorClear = function("vips_error_clear", FunctionDescriptor.ofVoid());
    }

    static ForeignVips open(List<String> names) {
        String reason = "";
        for (String name : names) {
            try {
                ForeignVips vips = new ForeignVips(LOOKUP.apply(name, Arena.global()));
                vips.initialize();
                return vips;
            } catch (IllegalArgumentException e) {
                reason = e.getMessage();
            }
        }
        throw VipsLibrary.missing(names, reason);
    }

    private void initialize() {
        MethodHandle initialize = function("vips_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MethodHandle setConcurrency = function("vips_concurrency_set", FunctionDescriptor.ofVoid(JAVA_INT));
        MethodHandle setCacheMax = function("vips_cache_set_max", FunctionDescriptor.ofVoid(JAVA_INT));
        INITIALIZING.lock();
        try (Arena arena = Arena.ofConfined()) {
            if ((int) initialize.invokeExact(arena.allocateFrom("graalvisor")) != 0) {
                throw new VipsException("vips_init failed: " + takeError());
            }
            // One thread for each invocation, and no result of an earlier one.
            setConcurrency.invokeExact(1);
            setCacheMax.invokeExact(0);
            // Of libvips 8.13 and later: leave out the loaders that are not made for images of strangers.
            if (symbols.find(VipsLibrary.BLOCK_UNTRUSTED).isPresent()) {
                function(VipsLibrary.BLOCK_UNTRUSTED, FunctionDescriptor.ofVoid(JAVA_INT)).invokeExact(1);
            }
        } catch (Throwable e) {
            throw rethrow(e);
        } finally {
            INITIALIZING.unlock();
        }
    }

    @Override
    public byte[] thumbnail(byte[] image, int width, int height) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment input = arena.allocate(Math.max(1, image.length));
            MemorySegment.copy(image, 0, input, JAVA_BYTE, 0, image.length);
            MemorySegment made = arena.allocate(ADDRESS);
            int status = (int) thumbnail.invokeExact(input, (long) image.length, made, width, arena.allocateFrom(
                    "height"), height, MemorySegment.NULL);
            if (status != 0) {
                throw new VipsException("libvips cannot read the image: " + takeError());
            }
            MemorySegment pixels = made.get(ADDRESS, 0);
            try {
                return jpeg(arena, pixels);
            } finally {
                unreference.invokeExact(pixels);
            }
        } catch (Throwable e) {
            throw rethrow(e);
        }
    }

    private byte[] jpeg(Arena arena, MemorySegment pixels) throws Throwable {
        MemorySegment buffer = arena.allocate(ADDRESS);
        MemorySegment length = arena.allocate(JAVA_LONG);
        int status = (int) save.invokeExact(pixels, arena.allocateFrom(".jpg"), buffer, length, MemorySegment.NULL);
        if (status != 0) {
            throw new VipsException("libvips cannot write a JPEG: " + takeError());
        }
        MemorySegment written = buffer.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0));
        byte[] bytes = written.toArray(JAVA_BYTE);
        free.invokeExact(written);
        return bytes;
    }

    private String takeError() throws Throwable {
        MemorySegment text = (MemorySegment) errorBuffer.invokeExact();
        String message = text.reinterpret(Integer.MAX_VALUE).getString(0).strip();
        errorClear.invokeExact();
        return message;
    }

    private MethodHandle variadic(String name, int fixedArguments, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(symbol(name), FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.firstVariadicArg(fixedArguments));
    }

    private MethodHandle function(String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(symbol(name), type);
    }

    private MemorySegment symbol(String name) {
        return symbols.find(name).orElseThrow(() -> new IllegalArgumentException("it exports no " + name));
    }

    private static RuntimeException rethrow(Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException("a C function throws nothing", failure);
        };
    }
}
