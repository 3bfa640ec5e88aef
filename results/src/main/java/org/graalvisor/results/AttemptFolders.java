package org.graalvisor.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attempts at one cell on disk. */
final class AttemptFolders {
    private final Path cellFolder;

    AttemptFolders(Path runFolder, String cellId) {
        this.cellFolder = runFolder.resolve("cells").resolve(cellId);
    }

    /** Numbers of all attempts, ascending. */
    List<Integer> numbers() {
        if (!Files.isDirectory(cellFolder)) {
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>();
        try (Stream<Path> entries = Files.list(cellFolder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.matches(CellFiles.ATTEMPT_PREFIX + "[1-9][0-9]{0,8}")) {
                    numbers.add(Integer.valueOf(name.substring(CellFiles.ATTEMPT_PREFIX.length())));
                }
            }
        } catch (IOException e) {
            throw new ResultsException("list " + cellFolder, e, "Check permissions of the results folder");
        }
        numbers.sort(Comparator.naturalOrder());
        return numbers;
    }

    Path folder(int number) {
        return cellFolder.resolve(CellFiles.ATTEMPT_PREFIX + number);
    }

    Path next() {
        List<Integer> numbers = numbers();
        return folder(numbers.isEmpty() ? 1 : numbers.getLast() + 1);
    }

    /** The newest attempt that has a marker whose lengths and hashes hold. */
    Optional<Path> newestDone() {
        return numbers().reversed().stream().map(this::folder).filter(AttemptFolders::isDone).findFirst();
    }

    private static boolean isDone(Path folder) {
        if (!DoneMarker.exists(folder)) {
            return false;
        }
        try {
            return DoneMarker.read(folder).matches(folder);
        } catch (MalformedResultException e) {
            // A marker that cannot be read marks nothing; the cell is run again.
            return false;
        } catch (IOException e) {
            throw new ResultsException("verify " + folder, e, "Check permissions of the results folder");
        }
    }
}
