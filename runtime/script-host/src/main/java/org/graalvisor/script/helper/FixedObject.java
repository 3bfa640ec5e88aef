package org.graalvisor.script.helper;

import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * An object guest code reads and cannot change.
 *
 * @param members guest values and proxies by name, or suppliers of those that are rarely asked for
 */
record FixedObject(Map<String, Object> members) implements ProxyObject {

    FixedObject {
        members = Map.copyOf(members);
    }

    @Override
    public Object getMember(String key) {
        return members.get(key) instanceof Supplier<?> supplier ? supplier.get() : members.get(key);
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(members.keySet().stream().sorted().toArray());
    }

    @Override
    public boolean hasMember(String key) {
        return members.containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new UnsupportedOperationException("the member '" + key + "' cannot be set");
    }
}
