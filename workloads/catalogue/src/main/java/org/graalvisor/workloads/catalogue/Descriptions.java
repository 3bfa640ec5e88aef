package org.graalvisor.workloads.catalogue;

/** Descriptions of the functions that exist in several languages. */
final class Descriptions {
    static final Description GREETING = new Description("greets", "none", "`name`", "", "it greets");
    static final Description UPLOADER = new Description("GETs an object and POSTs it", "object of 230 kB",
            "`url`, `output`", "net", "length and SHA-256 of what arrived are the object's");
    static final Description THUMBNAIL = new Description("photo → JPEG within 100×100", "photo of 2268×1512",
            "`url`, `output`, `width`, `height`", "net,helpers",
            "the stored JPEG's header says 100×67, give or take a pixel");
    static final Description QUEENS = new Description("counts the ways to place n queens, pure computation", "none",
            "`n`", "", "the count is the known one (OEIS A000170)");

    private Descriptions() {}
}
