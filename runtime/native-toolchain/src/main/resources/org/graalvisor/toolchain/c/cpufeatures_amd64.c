/*
 * Which features the processor has, for the image's start-up check and for code that asks at run time.
 * Bits are from the CPUID tables of the Intel SDM volume 2A and the AMD APM volume 3. amd64cpufeatures.h is
 * generated: one byte a feature, named as the builder's AMD64LibCHelper$CPUFeatures names it.
 */
#include <cpuid.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "amd64cpufeatures.h"

#define HAS(word, bit) ((uint8_t) (((word) >> (bit)) & 1u))

static uint64_t enabled_state(void) {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return ((uint64_t) high << 32) | low;
}

static void ask_processor(CPUFeatures *features) {
    uint32_t a, b = 0, c = 0, d = 0;
    memset(features, 0, sizeof *features);
    if (!__get_cpuid(1, &a, &b, &c, &d)) {
        return;
    }
    uint32_t leaf1_c = c;
    features->fCX8 = HAS(d, 8);
    features->fCMOV = HAS(d, 15);
    features->fMMX = HAS(d, 23);
    features->fFXSR = HAS(d, 24);
    features->fSSE = HAS(d, 25);
    features->fSSE2 = HAS(d, 26);
    features->fHT = HAS(d, 28);
    features->fTSC = HAS(d, 4);
    features->fFLUSH = HAS(d, 19);
    features->fSSE3 = HAS(c, 0);
    features->fCLMUL = HAS(c, 1);
    features->fSSSE3 = HAS(c, 9);
    features->fSSE4_1 = HAS(c, 19);
    features->fSSE4_2 = HAS(c, 20);
    features->fPOPCNT = HAS(c, 23);
    features->fAES = HAS(c, 25);
    features->fHV = HAS(c, 31);

    /* AVX needs the operating system to save its registers: OSXSAVE and XCR0 bits 1-2, AVX-512 bits 5-7 too. */
    uint64_t state = HAS(leaf1_c, 27) ? enabled_state() : 0;
    int avx = HAS(leaf1_c, 28) && (state & 0x6) == 0x6;
    int avx512 = avx && (state & 0xe0) == 0xe0;
    if (avx) {
        features->fAVX = 1;
        features->fFMA = HAS(leaf1_c, 12);
        features->fF16C = HAS(leaf1_c, 29);
        features->fVZEROUPPER = 1;
    }

    b = c = d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
        features->fBMI1 = HAS(b, 3);
        features->fBMI2 = HAS(b, 8);
        features->fERMS = HAS(b, 9);
        features->fRTM = HAS(b, 11);
        features->fADX = HAS(b, 19);
        features->fFLUSHOPT = HAS(b, 23);
        features->fCLWB = HAS(b, 24);
        features->fSHA = HAS(b, 29);
        features->fPKU = HAS(c, 3);
        features->fOSPKE = HAS(c, 4);
        features->fCET_SS = HAS(c, 7);
        features->fGFNI = HAS(c, 8);
        features->fRDPID = HAS(c, 22);
        features->fCET_IBT = HAS(d, 20);
        features->fFSRM = HAS(d, 4);
        features->fSERIALIZE = HAS(d, 14);
        if (avx) {
            features->fAVX2 = HAS(b, 5);
        }
        if (avx512) {
            features->fAVX512F = HAS(b, 16);
            features->fAVX512DQ = HAS(b, 17);
            features->fAVX512PF = HAS(b, 26);
            features->fAVX512ER = HAS(b, 27);
            features->fAVX512CD = HAS(b, 28);
            features->fAVX512BW = HAS(b, 30);
            features->fAVX512VL = HAS(b, 31);
            features->fAVX512_IFMA = HAS(b, 21);
            features->fAVX512_BITALG = HAS(c, 12);
            features->fAVX512_FP16 = HAS(d, 23);
            features->fAVX512_VBMI = HAS(c, 1);
            features->fAVX512_VBMI2 = HAS(c, 6);
            features->fAVX512_VAES = HAS(c, 9);
            features->fAVX512_VPCLMULQDQ = HAS(c, 10);
            features->fAVX512_VNNI = HAS(c, 11);
            features->fAVX512_VPOPCNTDQ = HAS(c, 14);
        }
    }
    if (avx && __get_cpuid_count(7, 1, &a, &b, &c, &d)) {
        features->fSHA512 = HAS(a, 0);
        features->fAVX_IFMA = HAS(a, 23);
    }
    b = c = d = 0;
    if (__get_cpuid(0x80000001u, &a, &b, &c, &d)) {
        features->fLZCNT = HAS(c, 5);
        features->fSSE4A = HAS(c, 6);
        features->fAMD_3DNOW_PREFETCH = HAS(c, 8);
        features->fRDTSCP = HAS(d, 27);
    }
    b = c = d = 0;
    if (__get_cpuid(0x80000007u, &a, &b, &c, &d)) {
        features->fTSCINV = HAS(d, 8);
        features->fTSCINV_BIT = HAS(d, 8);
    }
}

/*
 * Every isolate asks when it is created. Under a hypervisor CPUID traps, which costs microseconds a time and was a sixth
 * of the creation of an isolate, so the processor is asked once a process.
 */
static CPUFeatures known_features;
static pthread_once_t asked = PTHREAD_ONCE_INIT;

static void ask_once(void) {
    ask_processor(&known_features);
}

void determineCPUFeatures(CPUFeatures *features) {
    pthread_once(&asked, ask_once);
    *features = known_features;
}

/* required: a byte a feature in the order of CPUFeatures; bit 0 clear means the image needs the feature. */
int checkCPUFeatures(const uint8_t *required) {
    CPUFeatures features;
    determineCPUFeatures(&features);
    const uint8_t *present = (const uint8_t *) &features;
    for (size_t i = 0; i < sizeof features; i++) {
        if (((present[i] | required[i]) & 1) == 0) {
            return 1;
        }
    }
    return 0;
}

int checkCPUFeaturesOrExit(const uint8_t *required, const char *message) {
    if (checkCPUFeatures(required) != 0) {
        fputs(message, stderr);
        exit(1);
    }
    return 0;
}
