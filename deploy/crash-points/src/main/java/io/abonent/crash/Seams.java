package io.abonent.crash;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the questions into the methods of {@link Seam#ALL}: at the beginning, and before each return. */
final class Seams implements ClassFileTransformer {

    private static final ClassDesc POINTS = ClassDesc.of("io.abonent.crash.CrashPoints");
    private static final MethodTypeDesc QUESTION = MethodTypeDesc.of(
            ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String type,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        List<Seam> seams =
                Seam.ALL.stream().filter(seam -> seam.type().equals(type)).toList();
        return seams.isEmpty() ? null : write(bytes, seams, loader);
    }

    static byte[] write(byte[] bytes, List<Seam> seams, @Nullable ClassLoader loader) {
        ClassHierarchyResolver known = loader == null
                ? ClassHierarchyResolver.defaultResolver()
                : ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
        // Types that are not to be found meet in Object, as interfaces do.
        ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                known.orElse(unknown -> ClassHierarchyResolver.ClassHierarchyInfo.ofInterface())));
        ClassTransform all = (builder, element) -> {
            if (element instanceof MethodModel method) {
                Seam seam = of(method, seams);
                if (seam != null) {
                    builder.transformMethod(method, MethodTransform.transformingCode(questions(seam)));
                    return;
                }
            }
            builder.with(element);
        };
        return file.transformClass(file.parse(bytes), all);
    }

    static @Nullable Seam of(MethodModel method, List<Seam> seams) {
        for (Seam seam : seams) {
            if (method.methodName().equalsString(seam.method())
                    && method.methodType().equalsString(seam.descriptor())) {
                return seam;
            }
        }
        return null;
    }

    private static CodeTransform questions(Seam seam) {
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                ask(code, seam, false);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (element instanceof ReturnInstruction) {
                    ask(code, seam, true);
                }
                code.with(element);
            }
        };
    }

    private static void ask(CodeBuilder code, Seam seam, boolean after) {
        code.ldc(seam.kind().name());
        code.loadConstant(after ? 1 : 0);
        code.aload(0);
        code.invokestatic(POINTS, "reached", QUESTION);
    }
}
