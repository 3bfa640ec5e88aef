/*
 * Loads the JDK libraries that this image carries (see jdk_libraries.h) as private copies.
 *
 * Private, because they keep JNI field ids in static variables: two images in a process, or an image and HotSpot, must
 * never share one copy. The dynamic linker identifies a library by its SONAME, therefore each copy gets a SONAME that
 * no other copy in the process has: the first characters of every JDK library's name are replaced, in the bytes of the
 * copy, by characters made from this image's own load address. The replacement has the same length, so it renames
 * SONAME, NEEDED entries and version requirements at once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "jdk_libraries.h"

extern struct jdk_library __start_jdk_libraries[] __attribute__((visibility("hidden")));
extern struct jdk_library __stop_jdk_libraries[] __attribute__((visibility("hidden")));

enum { TOKEN_LENGTH = 7, MAX_LIBRARIES = 32 };

static const char *const renamed[] = {
    "libjvm.so", "libjava.so", "libnet.so", "libnio.so", "libzip.so", "libextnet.so", "libprefs.so", "libjaas.so",
    "libmanagement.so", "libmanagement_ext.so",
};

static void *handles[MAX_LIBRARIES];

static void fail(const char *what, const char *name, const char *why) {
    fprintf(stderr, "graalvisor: cannot %s the JDK library '%s' carried by this image: %s\n", what, name, why);
    abort();
}

/* Page number of an address inside this image in base 64: 36 bits are 6 characters; the 7th tells libraries apart. */
static void make_token(char *token, unsigned library) {
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    uint64_t page = (uintptr_t) __start_jdk_libraries >> 12;
    for (int i = 0; i < 6; i++) {
        token[i] = digits[page & 63];
        page >>= 6;
    }
    token[6] = digits[library];
}

static void rename_libraries(uint8_t *bytes, size_t size) {
    char token[TOKEN_LENGTH];
    for (unsigned i = 0; i < sizeof renamed / sizeof renamed[0]; i++) {
        size_t length = strlen(renamed[i]) + 1;
        make_token(token, i);
        uint8_t *found = bytes;
        while ((found = memmem(found, size - (size_t) (found - bytes), renamed[i], length)) != NULL) {
            memcpy(found, token, TOKEN_LENGTH);
            found += length;
        }
    }
}

static int write_all(int file, const uint8_t *bytes, size_t size) {
    while (size > 0) {
        ssize_t written = write(file, bytes, size);
        if (written <= 0) {
            return -1;
        }
        bytes += written;
        size -= (size_t) written;
    }
    return 0;
}

/* A name in a directory is gone before this returns, so nothing is left behind even by a killed process. */
static void *open_copy(const uint8_t *bytes, size_t size) {
    char path[PATH_MAX];
    const char *directory = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/graalvisor-XXXXXX", directory != NULL && *directory != '\0' ? directory : "/tmp");
    int file = mkostemp(path, O_CLOEXEC);
    int named = file >= 0;
    if (!named) {
        file = memfd_create("graalvisor", MFD_CLOEXEC);
        /* Never closed: the dynamic linker would take a later library of the same path for this one. */
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    }
    void *handle = NULL;
    if (file >= 0 && write_all(file, bytes, size) == 0) {
        handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    }
    if (named) {
        close(file);
        unlink(path);
    }
    return handle;
}

static void *load(const struct jdk_library *library) {
    uint8_t *copy = malloc(library->size);
    if (copy == NULL) {
        fail("copy", library->name, "out of memory");
    }
    memcpy(copy, library->bytes, library->size);
    rename_libraries(copy, library->size);
    void *handle = open_copy(copy, library->size);
    if (handle == NULL) {
        const char *why = dlerror();
        fail("load", library->name, why != NULL ? why : "no temporary file could be written");
    }
    free(copy);
    const char *symbol = library->symbols;
    for (unsigned i = 0; *symbol != '\0'; i++) {
        library->table[i] = dlsym(handle, symbol);
        symbol += strlen(symbol) + 1;
    }
    *library->on_load = dlsym(handle, "JNI_OnLoad");
    return handle;
}

__attribute__((constructor)) static void load_jdk_libraries(void) {
    unsigned loaded = 0;
    for (uint64_t rank = 0; rank < 3; rank++) {
        for (struct jdk_library *library = __start_jdk_libraries; library < __stop_jdk_libraries; library++) {
            if (library->rank == rank && loaded < MAX_LIBRARIES) {
                handles[loaded++] = load(library);
            }
        }
    }
}

__attribute__((destructor)) static void unload_jdk_libraries(void) {
    for (unsigned i = MAX_LIBRARIES; i-- > 0;) {
        if (handles[i] != NULL) {
            dlclose(handles[i]);
        }
    }
}

/* JNI_OnLoad_NAME of the generated stubs: what a statically linked library answers, see the JNI specification. */
__attribute__((visibility("hidden"))) int32_t jdk_library_on_load(void *on_load, void *java_vm, void *reserved) {
    enum { JNI_VERSION_1_8 = 0x00010008 };
    if (on_load == NULL) {
        return JNI_VERSION_1_8;
    }
    int32_t version = ((int32_t (*)(void *, void *)) on_load)(java_vm, reserved);
    return version < JNI_VERSION_1_8 ? JNI_VERSION_1_8 : version;
}
