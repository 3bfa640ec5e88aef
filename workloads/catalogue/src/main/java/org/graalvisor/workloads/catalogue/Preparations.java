package org.graalvisor.workloads.catalogue;

import org.graalvisor.workloads.catalogue.check.GifCheck;
import org.graalvisor.workloads.catalogue.check.JpegCheck;
import org.graalvisor.workloads.catalogue.check.Mp4Check;
import org.graalvisor.workloads.catalogue.check.OutputChecks;
import org.graalvisor.workloads.catalogue.check.ZipCheck;
import org.graalvisor.workloads.catalogue.input.Clip;
import org.graalvisor.workloads.catalogue.input.Documents;
import org.graalvisor.workloads.catalogue.input.Photo;

/** Arguments and checks of the functions that exist in several languages, the same for each of them. */
final class Preparations {
    /** SeBS's middle size. */
    static final int PAGE_NUMBERS = 1_000;
    /** The paper's size. */
    static final int THUMBNAIL_PIXELS = 100;
    static final int THUMBNAIL_HEIGHT = Math.round((float) THUMBNAIL_PIXELS * Photo.HEIGHT / Photo.WIDTH);
    static final int GIF_WIDTH = 320;
    static final int GIF_HEIGHT = GIF_WIDTH * Clip.HEIGHT / Clip.WIDTH;
    static final int CLIP_FRAMES = Clip.FRAMES_PER_SECOND * Clip.SECONDS;
    static final int GIF_FRAMES = 10 * Clip.SECONDS;

    /** The paper's size. */
    private static final int SCALED_WIDTH = 640;
    private static final int SCALED_HEIGHT = 480;
    private static final int PAGE_SEED = 42;

    private Preparations() {}

    static Prepared greeting(Inputs inputs) {
        return new Prepared("{\"name\":\"World\"}", "", OutputChecks.text("result", "Hello World!", true));
    }

    static Prepared page(Inputs inputs) {
        return new Prepared("{\"username\":\"Ada\",\"n\":" + PAGE_NUMBERS + ",\"seed\":" + PAGE_SEED + "}", "",
                OutputChecks.page("Ada", PAGE_NUMBERS, PAGE_SEED));
    }

    static Prepared upload(Inputs inputs) {
        String url = inputs.objectUrl();
        return new Prepared("{\"url\":\"" + url + "\",\"output\":\"" + inputs.server().uploadUrl() + "\"}", "net",
                OutputChecks.stored(Inputs.OBJECT_BYTES, inputs.objectSha256()));
    }

    static Prepared thumbnail(Inputs inputs) {
        return new Prepared("{\"url\":\"" + inputs.photoUrl() + "\",\"output\":\"" + inputs.server().uploadUrl()
                + "\",\"width\":" + THUMBNAIL_PIXELS + ",\"height\":" + THUMBNAIL_PIXELS + "}", "net,helpers",
                OutputChecks.storedContent(inputs.server()::upload, new JpegCheck(THUMBNAIL_PIXELS, THUMBNAIL_HEIGHT,
                        1)));
    }

    static Prepared compress(Inputs inputs) {
        return new Prepared("{\"directory\":\"" + inputs.documents() + "\",\"output\":\"" + inputs.server()
                .uploadUrl() + "\"}", "net,read:" + inputs.documents(), OutputChecks.storedContent(inputs
                        .server()::upload,
                        new ZipCheck(Documents.names(), Documents.TOTAL_BYTES)));
    }

    static Prepared gif(Inputs inputs) {
        return new Prepared("{\"clip\":\"" + inputs.clip() + "\",\"seconds\":" + Clip.SECONDS + ",\"output\":\""
                + inputs.server().uploadUrl() + "\"}", "net,run:ffmpeg", OutputChecks.storedContent(inputs
                        .server()::upload, new GifCheck(GIF_WIDTH, GIF_HEIGHT, GIF_FRAMES)));
    }

    static Prepared rescale(Inputs inputs) {
        return new Prepared("{\"clip\":\"" + inputs.clip() + "\",\"seconds\":" + Clip.SECONDS + ",\"width\":"
                + SCALED_WIDTH + ",\"height\":" + SCALED_HEIGHT + ",\"output\":\"" + inputs.server().uploadUrl()
                + "\"}", "", OutputChecks.storedContent(inputs.server()::upload, new Mp4Check(SCALED_WIDTH,
                        SCALED_HEIGHT, CLIP_FRAMES)));
    }

    /**
     * Counts placements of queens.
     *
     * @param queens on a board of as many rows
     * @param solutions how many there are
     */
    static Prepared queens(int queens, long solutions) {
        return new Prepared("{\"n\":" + queens + "}", "", OutputChecks.number("solutions", solutions));
    }
}
