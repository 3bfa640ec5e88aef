package org.graalvisor.script.helper.vips;

import java.util.List;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.nativeimage.UnmanagedMemory;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CLongPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.nativeimage.c.type.CTypeConversion.CCharPointerHolder;
import org.graalvm.nativeimage.c.type.WordPointer;
import org.graalvm.word.Pointer;
import org.graalvm.word.PointerBase;
import org.graalvm.word.WordFactory;

/** libvips called from a native image. Addresses travel as long, since word types may not be stored everywhere. */
final class NativeVips implements Vips {
    private final long handle;
    private final long thumbnail;
    private final long save;
    private final long unreference;
    private final long free;
    private final long errorBuffer;
    private final long errorClear;

    private NativeVips(long handle) {
        this.handle = handle;
        this.thumbnail = symbol("vips_thumbnail_buffer");
        this.save = symbol("vips_image_write_to_buffer");
        this.unreference = symbol("g_object_unref");
        this.free = symbol("g_free");
        this.errorBuffer = symbol("vips_error_buffer");
        this.errorClear = symbol("vips_error_clear");
    }

    static NativeVips open(List<String> names) {
        for (String name : names) {
            try (CCharPointerHolder path = CTypeConversion.toCString(name)) {
                PointerBase handle = VipsCalls.dlopen(path.get(), VipsCalls.RTLD_NOW);
                if (handle.isNonNull()) {
                    NativeVips vips = new NativeVips(handle.rawValue());
                    vips.initialize();
                    return vips;
                }
            }
        }
        CCharPointer error = VipsCalls.dlerror();
        throw VipsLibrary.missing(names, error.isNull() ? "no reason given" : CTypeConversion.toJavaString(error));
    }

    /**
     * vips_init is not made for two threads at once, and the threads of two isolates share no Java lock. The lock of the C library's
     * stderr is one that all of a process share.
     */
    private void initialize() {
        VipsCalls.OneWord initialize = WordFactory.pointer(symbol("vips_init"));
        VipsCalls.OneWord setConcurrency = WordFactory.pointer(symbol("vips_concurrency_set"));
        VipsCalls.OneWord setCacheMax = WordFactory.pointer(symbol("vips_cache_set_max"));
        Pointer stderr = WordFactory.pointer(symbol("stderr"));
        PointerBase stream = stderr.readWord(0);
        VipsCalls.flockfile(stream);
        try (CCharPointerHolder name = CTypeConversion.toCString("graalvisor")) {
            if (initialize.call(name.get()) != 0) {
                throw new VipsException("vips_init failed: " + takeError());
            }
            // One thread for each invocation, and no result of an earlier one.
            setConcurrency.call(WordFactory.pointer(1));
            setCacheMax.call(WordFactory.nullPointer());
            // Of libvips 8.13 and later: leave out the loaders that are not made for images of strangers.
            VipsCalls.OneWord blockUntrusted = WordFactory.pointer(find(VipsLibrary.BLOCK_UNTRUSTED));
            if (blockUntrusted.isNonNull()) {
                blockUntrusted.call(WordFactory.pointer(1));
            }
        } finally {
            VipsCalls.funlockfile(stream);
        }
    }

    @Override
    public byte[] thumbnail(byte[] image, int width, int height) {
        CCharPointer input = UnmanagedMemory.malloc(WordFactory.unsigned(Math.max(1, image.length)));
        try (CCharPointerHolder heightName = CTypeConversion.toCString("height")) {
            CTypeConversion.asByteBuffer(input, image.length).put(image);
            WordPointer made = StackValue.get(WordPointer.class);
            VipsCalls.Thumbnail function = WordFactory.pointer(thumbnail);
            int status = function.call(input, image.length, made, width, heightName.get(), height, WordFactory
                    .nullPointer());
            if (status != 0) {
                throw new VipsException("libvips cannot read the image: " + takeError());
            }
            return jpeg(made);
        } finally {
            UnmanagedMemory.free(input);
        }
    }

    private byte[] jpeg(WordPointer made) {
        VipsCalls.OneWord release = WordFactory.pointer(unreference);
        try (CCharPointerHolder suffix = CTypeConversion.toCString(".jpg")) {
            WordPointer buffer = StackValue.get(WordPointer.class);
            CLongPointer length = StackValue.get(CLongPointer.class);
            VipsCalls.Save function = WordFactory.pointer(save);
            PointerBase pixels = WordFactory.pointer(made.read().rawValue());
            int status = function.call(pixels, suffix.get(), buffer, length, WordFactory.nullPointer());
            if (status != 0) {
                throw new VipsException("libvips cannot write a JPEG: " + takeError());
            }
            return take(buffer, length);
        } finally {
            release.call(WordFactory.pointer(made.read().rawValue()));
        }
    }

    private byte[] take(WordPointer buffer, CLongPointer length) {
        CCharPointer written = WordFactory.pointer(buffer.read().rawValue());
        byte[] bytes = new byte[Math.toIntExact(length.read())];
        CTypeConversion.asByteBuffer(written, bytes.length).get(bytes);
        VipsCalls.OneWord release = WordFactory.pointer(free);
        release.call(written);
        return bytes;
    }

    private String takeError() {
        VipsCalls.ErrorBuffer buffer = WordFactory.pointer(errorBuffer);
        String message = CTypeConversion.toJavaString(buffer.call()).strip();
        VipsCalls.ErrorClear clear = WordFactory.pointer(errorClear);
        clear.call();
        return message;
    }

    private long symbol(String name) {
        long address = find(name);
        if (address == 0) {
            throw new VipsException("libvips exports no " + name);
        }
        return address;
    }

    private long find(String name) {
        try (CCharPointerHolder text = CTypeConversion.toCString(name)) {
            return VipsCalls.dlsym(WordFactory.pointer(handle), text.get()).rawValue();
        }
    }
}
