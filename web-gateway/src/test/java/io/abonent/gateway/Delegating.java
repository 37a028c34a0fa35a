package io.abonent.gateway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** One bean for many tests, each with an object of its own behind it, which has the methods that the test needs. */
final class Delegating {

    private Delegating() {}

    static <T> T to(Class<T> type, Supplier<Object> current) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object script = current.get();
                    try {
                        return same(script, method).invoke(script, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private static Method same(Object script, Method method) {
        try {
            return script.getClass().getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new AssertionError("this test did not expect a call of " + method, e);
        }
    }
}
