/*
 * What the JDK's own native libraries import from libjvm.so, for a process in which a native image takes the JVM's
 * place. The functions below have bodies; the other names that the JDK at hand imports are listed in the generated
 * jvm_unsupported.h and abort with their name, since Native Image replaces every Java method that would call them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Defined empty for the copy that is linked into images. */
#ifndef EXPORT
#define EXPORT __attribute__((visibility("default")))
#endif

/* com.oracle.svm.core.jdk.Jvm calls it when an image starts; the functions below need no preparation. */
EXPORT void initialize(void) {}

/* C99 vsnprintf differs in what it returns when the text is cut: the JDK expects -1. */
EXPORT int jio_vsnprintf(char *text, size_t size, const char *format, va_list arguments) {
    if ((intptr_t) size <= 0) {
        return -1;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    int length = vsnprintf(text, size, format, arguments);
#pragma GCC diagnostic pop
    return length < 0 || (size_t) length >= size ? -1 : length;
}

EXPORT int jio_snprintf(char *text, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = jio_vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return length;
}

EXPORT int jio_vfprintf(FILE *stream, const char *format, va_list arguments) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return vfprintf(stream, format, arguments);
#pragma GCC diagnostic pop
}

EXPORT int jio_fprintf(FILE *stream, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = jio_vfprintf(stream, format, arguments);
    va_end(arguments);
    return length;
}

EXPORT int64_t JVM_NanoTime(void *environment, void *ignored) {
    (void) environment, (void) ignored;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * 1000000000 + now.tv_nsec;
}

EXPORT int64_t JVM_CurrentTimeMillis(void *environment, void *ignored) {
    (void) environment, (void) ignored;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Nanoseconds since the epoch minus offset_seconds, or -1 when the offset is too far away, as System.nanoTime wants. */
EXPORT int64_t JVM_GetNanoTimeAdjustment(void *environment, void *ignored, int64_t offset_seconds) {
    (void) environment, (void) ignored;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t difference = (int64_t) now.tv_sec - offset_seconds;
    if (difference > INT64_C(0x100000000) || difference < -INT64_C(0x100000000)) {
        return -1;
    }
    return difference * 1000000000 + now.tv_nsec;
}

EXPORT void *JVM_RawMonitorCreate(void) {
    pthread_mutex_t *monitor = malloc(sizeof *monitor);
    if (monitor != NULL) {
        pthread_mutex_init(monitor, NULL);
    }
    return monitor;
}

EXPORT void JVM_RawMonitorDestroy(void *monitor) {
    pthread_mutex_destroy(monitor);
    free(monitor);
}

EXPORT int JVM_RawMonitorEnter(void *monitor) {
    return pthread_mutex_lock(monitor);
}

EXPORT void JVM_RawMonitorExit(void *monitor) {
    pthread_mutex_unlock(monitor);
}

EXPORT char *JVM_NativePath(char *path) {
    return path;
}

EXPORT void *JVM_FindLibraryEntry(void *handle, const char *name) {
    return dlsym(handle, name);
}

EXPORT void *JVM_LoadLibrary(const char *name, uint8_t throw_exception) {
    (void) throw_exception;
    return dlopen(name, RTLD_LAZY);
}

EXPORT void JVM_UnloadLibrary(void *handle) {
    dlclose(handle);
}

/* Processors this process may run on, as HotSpot counts them: taskset and cpusets matter. */
EXPORT int JVM_ActiveProcessorCount(void) {
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        return CPU_COUNT(&allowed);
    }
    return (int) sysconf(_SC_NPROCESSORS_ONLN);
}

EXPORT void JVM_BeforeHalt(void) {}

EXPORT void JVM_Halt(int status) {
    _exit(status);
}

EXPORT uint8_t JVM_IsUseContainerSupport(void) {
    return 0;
}

EXPORT uint8_t JVM_IsContainerized(void) {
    return 0;
}

EXPORT uint8_t JVM_IsSupportedJNIVersion(int version) {
    return version >= 0x00010001 && version <= 0x00180000;
}

EXPORT uint8_t JVM_IsPreviewEnabled(void) {
    return 0;
}

EXPORT uint8_t JVM_IsContinuationsSupported(void) {
    return 0;
}

EXPORT uint8_t JVM_IsForeignLinkerSupported(void) {
    return 0;
}

EXPORT int JVM_FindSignal(const char *name) {
    for (int number = 1; number < NSIG; number++) {
        const char *known = sigabbrev_np(number);
        if (known != NULL && strcmp(known, name) == 0) {
            return number;
        }
    }
    return -1;
}

EXPORT uint8_t JVM_RaiseSignal(int number) {
    return raise(number) == 0;
}

EXPORT char *JVM_GetTemporaryDirectory(void) {
    return (char *) "/tmp";
}

#define UNSUPPORTED(name)                                                                             \
    EXPORT void name(void) {                                                                          \
        fputs("graalvisor: a JDK library called " #name ", which no native image supports\n", stderr); \
        abort();                                                                                      \
    }
#include "jvm_unsupported.h"
