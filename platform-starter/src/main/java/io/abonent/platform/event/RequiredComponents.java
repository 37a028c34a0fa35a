package io.abonent.platform.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds components that are null although their type does not say {@link Nullable}: Jackson leaves them so. */
final class RequiredComponents {

    private RequiredComponents() {}

    static List<String> missingIn(Object event) {
        List<String> missing = new ArrayList<>();
        collect(event, "", missing);
        return missing;
    }

    private static void collect(Object value, String path, List<String> missing) {
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String name = path + "/" + component.getName();
                Object inner = read(component, record);
                if (inner != null) {
                    collect(inner, name, missing);
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    missing.add(name);
                }
            }
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                if (item == null) {
                    missing.add(path + "/-");
                } else {
                    collect(item, path + "/-", missing);
                }
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Record " + record.getClass() + " hides " + component.getName(), e);
        }
    }
}
