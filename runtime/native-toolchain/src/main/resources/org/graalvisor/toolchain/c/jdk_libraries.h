/*
 * A stock JDK has its native libraries (libjava, libnet ...) only as shared objects, while a native image links them
 * statically. So each is carried inside the image as bytes: the generated jdk_library_NAME.S holds the bytes and, for
 * every function the library exports, a stub of the same name that jumps through a table. jdk_libraries.c fills the
 * tables when the image is loaded.
 */
#ifndef JDK_LIBRARIES_H
#define JDK_LIBRARIES_H
#include <stdint.h>

struct jdk_library {
    const char *name;        /* "java" */
    const uint8_t *bytes;    /* the shared object */
    uint64_t size;           /* in bytes */
    const char *symbols;     /* names of the exported functions, each ended by a zero byte, the last by two */
    void **table;            /* one address a name, in the same order */
    void **on_load;          /* the library's JNI_OnLoad, null when it has none */
    uint64_t rank;           /* libraries of lower rank are loaded first, since later ones need them */
};

#endif
