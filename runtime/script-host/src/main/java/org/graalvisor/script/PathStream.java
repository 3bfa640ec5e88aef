package org.graalvisor.script;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A listing that was made already. */
final class PathStream implements DirectoryStream<Path> {
    private final List<Path> paths = new ArrayList<>();

    PathStream(Collection<Path> all, DirectoryStream.Filter<? super Path> filter) throws IOException {
        for (Path path : all) {
            if (filter.accept(path)) {
                paths.add(path);
            }
        }
    }

    @Override
    public Iterator<Path> iterator() {
        return paths.iterator();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
