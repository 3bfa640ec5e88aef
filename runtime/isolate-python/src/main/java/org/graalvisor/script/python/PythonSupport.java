package org.graalvisor.script.python;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.runtime.object.PFactory;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.script.LanguageSupport;
import org.graalvisor.script.ProgramFiles;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** GraalPy. */
public final class PythonSupport implements LanguageSupport {
    private static final String ID = "python";
    private static final long MAX_SEED = 0x3fffffff;
    private static final Source IMPORTABLE = Source.newBuilder(ID, "import sys; sys.path.insert(0, '/function')",
            "importable.py").internal(true).buildLiteral();

    private volatile String hashSeed = "";

    @Override
    public ScriptLanguage language() {
        return ScriptLanguage.PYTHON;
    }

    /** A prepared context is taken only by contexts with the options it was prepared with, so they are set in both places. */
    @Override
    public void configure(Context.Builder builder) {
        if (hashSeed.isEmpty()) {
            hashSeed = Integer.toString(1 + (int) (System.nanoTime() & MAX_SEED));
        }
        // The operating system through Java: the other back-end calls C code that no grant controls.
        builder.option("python.PosixModuleBackend", "java");
        // Otherwise GraalPy starts Java's secure random number generator in every context to seed its hashes.
        builder.option("python.HashSeed", hashSeed);
    }

    @Override
    public void prepare(Context context) {
        WeakReferenceQueue.install();
        StandardLibrary.prepare(context);
    }

    @Override
    public Value evaluate(Context context, ProgramFiles files) {
        if (files.isArchive()) {
            context.eval(IMPORTABLE);
        }
        context.eval(Source.newBuilder(ID, files.mainSource(), files.mainFile()).buildLiteral());
        return context.getBindings(ID);
    }

    /** Python's own bytes over this array: GraalPy copies a foreign buffer, or a text, byte by byte. */
    @Override
    public Object buffer(byte[] bytes) {
        return PFactory.createBytes(PythonLanguage.get(null), bytes);
    }
}
