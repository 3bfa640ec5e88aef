/* Two JNI functions of com.oracle.svm.hosted.ProgressReporterCHelper, used by the builder's progress output. */
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT int64_t Java_com_oracle_svm_hosted_ProgressReporterCHelper_getPeakRSS0(void *environment, void *type) {
    (void) environment, (void) type;
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? (int64_t) usage.ru_maxrss * 1024 : -1;
}

EXPORT int32_t Java_com_oracle_svm_hosted_ProgressReporterCHelper_getTerminalWindowColumns0(void *environment,
                                                                                             void *type) {
    (void) environment, (void) type;
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : -1;
}
