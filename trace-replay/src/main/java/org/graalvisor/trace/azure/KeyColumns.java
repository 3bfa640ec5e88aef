package org.graalvisor.trace.azure;

import java.util.function.UnaryOperator;
import org.graalvisor.trace.csv.Table;
import org.graalvisor.trace.model.AppKey;
import org.graalvisor.trace.model.FunctionKey;

/** Where a table names owner, application and function. */
final class KeyColumns {
    static final String OWNER = "HashOwner";
    static final String APP = "HashApp";
    static final String FUNCTION = "HashFunction";

    private final Table table;
    private final UnaryOperator<String> shared;
    private final int owner;
    private final int app;

    KeyColumns(Table table, UnaryOperator<String> shared) {
        this.table = table;
        this.shared = shared;
        this.owner = table.column(OWNER);
        this.app = table.column(APP);
    }

    FunctionKey read() {
        return new FunctionKey(shared.apply(table.text(owner)), shared.apply(table.text(app)),
                table.text(table.column(FUNCTION)));
    }

    AppKey readApp() {
        return new AppKey(shared.apply(table.text(owner)), shared.apply(table.text(app)));
    }
}
