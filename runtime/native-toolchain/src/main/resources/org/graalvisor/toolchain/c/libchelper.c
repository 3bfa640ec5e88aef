/*
 * The C helpers every native image links against (a GraalVM distribution ships them as liblibchelper.a).
 * Their names and signatures are those of the @CFunction declarations in the Native Image builder's own
 * class files: com.oracle.svm.core.{LibCHelper, CodeSynchronizationOperations, posix.linux.LinuxLibCHelper,
 * posix.headers.{CSunMiscSignal, Fcntl}, c.locale.LocaleCHelper}.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "svm_locale.h"

extern char **environ;

char **getEnviron(void) {
    return environ;
}

int openSII(const char *path, int flags, int mode) {
    return open(path, flags, mode);
}

void *mremapP(void *old_address, size_t old_size, size_t new_size, int flags, void *new_address) {
    return mremap(old_address, old_size, new_size, flags, new_address);
}

int fprintfSD(FILE *stream, const char *format, const char *text, int number) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return fprintf(stream, format, text, number);
#pragma GCC diagnostic pop
}

int getThreadId(void) {
    return (int) syscall(SYS_gettid);
}

/* User time of a thread of this process in nanoseconds, or -1; field 14 of proc(5) /proc/pid/task/tid/stat. */
int64_t getThreadUserTimeSlow(int thread_id) {
    char path[64];
    char line[1024];
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread_id);
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        return -1;
    }
    size_t length = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[length] = '\0';
    /* The command name is in parentheses and may itself hold blanks and parentheses. */
    const char *after_name = strrchr(line, ')');
    unsigned long long user_ticks;
    if (after_name == NULL
            || sscanf(after_name + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu", &user_ticks) != 1) {
        return -1;
    }
    long ticks_per_second = sysconf(_SC_CLK_TCK);
    return (int64_t) (user_ticks * (1000000000ULL / (unsigned long long) ticks_per_second));
}

void codeSynchronization_clearCache(char *start, long size) {
    __builtin___clear_cache(start, start + size);
}

/* The zone identifier behind /etc/localtime (or $TZ), which java.util.TimeZone then looks up; caller frees. */
char *SVM_FindJavaTZmd(const char *table_path, int length) {
    (void) table_path;
    (void) length;
    const char *zone = getenv("TZ");
    if (zone != NULL && zone[0] != '\0') {
        return strdup(zone[0] == ':' ? zone + 1 : zone);
    }
    char target[1024];
    ssize_t size = readlink("/etc/localtime", target, sizeof target - 1);
    if (size > 0) {
        target[size] = '\0';
        const char *name = strstr(target, "zoneinfo/");
        if (name != NULL) {
            return strdup(name + strlen("zoneinfo/"));
        }
    }
    return strdup("UTC");
}

/* ---- Signals for jdk.internal.misc.Signal: a counter a signal, and a semaphore the dispatcher thread waits on. */

static sem_t signal_arrived;
static atomic_int signals_in_use;
static atomic_int pending[NSIG];

static void count_signal(int number) {
    int saved_errno = errno;
    atomic_fetch_add(&pending[number], 1);
    sem_post(&signal_arrived);
    errno = saved_errno;
}

int cSunMiscSignal_open(void) {
    int unused = 0;
    if (!atomic_compare_exchange_strong(&signals_in_use, &unused, 1)) {
        errno = EBUSY;
        return 1;
    }
    return sem_init(&signal_arrived, 0, 0);
}

int cSunMiscSignal_close(void) {
    int status = sem_destroy(&signal_arrived);
    atomic_store(&signals_in_use, 0);
    return status;
}

int cSunMiscSignal_awaitSemaphore(void) {
    int status;
    do {
        status = sem_wait(&signal_arrived);
    } while (status != 0 && errno == EINTR);
    return status;
}

int cSunMiscSignal_signalSemaphore(void) {
    return sem_post(&signal_arrived);
}

int cSunMiscSignal_signalRangeCheck(int number) {
    return number > 0 && number < NSIG;
}

int cSunMiscSignal_checkPendingSignal(void) {
    for (int number = 1; number < NSIG; number++) {
        int count = atomic_load(&pending[number]);
        while (count > 0) {
            if (atomic_compare_exchange_weak(&pending[number], &count, count - 1)) {
                return number;
            }
        }
    }
    return -1;
}

void (*cSunMiscSignal_signalHandlerFunctionPointer(void))(int) {
    return count_signal;
}

/* ---- Locale: language, country, script and variant of LC_MESSAGES (display) and LC_CTYPE (format). */

struct locale_parts {
    char language[16], script[16], country[16], variant[32];
};

static struct locale_parts display_parts, format_parts;
static svm_locale_props_t locale_properties;

static void copy_part(char *target, size_t size, const char *start, const char *end) {
    size_t length = (size_t) (end - start);
    if (length < size) {
        memcpy(target, start, length);
        target[length] = '\0';
    }
}

/* Splits language[_country][.encoding][@modifier], see setlocale(3); "C" and "POSIX" mean English. */
static void parse_locale(int category, struct locale_parts *parts) {
    const char *name = setlocale(category, NULL);
    memset(parts, 0, sizeof *parts);
    if (name == NULL || strncmp(name, "C", 1) == 0 || strcmp(name, "POSIX") == 0) {
        strcpy(parts->language, "en");
        return;
    }
    size_t language_end = strcspn(name, "_.@");
    copy_part(parts->language, sizeof parts->language, name, name + language_end);
    const char *rest = name + language_end;
    if (*rest == '_') {
        size_t country_end = strcspn(rest + 1, ".@");
        copy_part(parts->country, sizeof parts->country, rest + 1, rest + 1 + country_end);
    }
    const char *modifier = strchr(name, '@');
    if (modifier != NULL && strcmp(modifier, "@latin") == 0) {
        strcpy(parts->script, "Latn");
    } else if (modifier != NULL && strcmp(modifier, "@cyrillic") == 0) {
        strcpy(parts->script, "Cyrl");
    }
}

int svm_initialize_locale(void) {
    setlocale(LC_ALL, "");
    parse_locale(LC_MESSAGES, &display_parts);
    parse_locale(LC_CTYPE, &format_parts);
    locale_properties = (svm_locale_props_t){
        .display_language = display_parts.language, .display_script = display_parts.script,
        .display_country = display_parts.country, .display_variant = display_parts.variant,
        .format_language = format_parts.language, .format_script = format_parts.script,
        .format_country = format_parts.country, .format_variant = format_parts.variant,
    };
    return SVM_LOCALE_INITIALIZATION_SUCCEEDED;
}

const svm_locale_props_t *svm_get_locale(void) {
    return &locale_properties;
}
