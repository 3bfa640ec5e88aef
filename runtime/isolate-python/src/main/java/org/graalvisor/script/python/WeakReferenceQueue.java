package org.graalvisor.script.python;

import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.PythonBuiltins;
import com.oracle.graal.python.builtins.modules.WeakRefModuleBuiltins;
import com.oracle.graal.python.nodes.BuiltinNames;
import com.oracle.graal.python.nodes.HiddenAttr;
import com.oracle.graal.python.runtime.PythonContext;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * The queue of Python's weak references, in a context that is prepared while an image is built.
 *
 * <p>
 * GraalPy 25 puts it in place when a prepared context is taken, which is too late for modules that are imported before and
 * make weak references, as json does through enum.
 */
final class WeakReferenceQueue {
    private WeakReferenceQueue() {}

    /** Puts the queue where the context would put it later. */
    static void install() {
        Python3Core core = PythonContext.get(null);
        Object queue = get(WeakRefModuleBuiltins.class, "weakRefQueue", builtins(core));
        HiddenAttr.WriteNode.executeUncached(core.lookupBuiltinModule(BuiltinNames.T__WEAKREF),
                HiddenAttr.WEAK_REF_QUEUE, queue);
        HiddenAttr.WriteNode.executeUncached(core.lookupType(PythonBuiltinClassType.PReferenceType),
                HiddenAttr.WEAK_REF_QUEUE, queue);
    }

    private static Object builtins(Python3Core core) {
        PythonBuiltins[] all = (PythonBuiltins[]) get(Python3Core.class, "builtins", core);
        return Arrays.stream(all).filter(WeakRefModuleBuiltins.class::isInstance).findFirst().orElseThrow();
    }

    private static Object get(Class<?> type, String name, Object target) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("GraalPy 25 was expected to have " + type.getName() + "." + name, e);
        }
    }
}
