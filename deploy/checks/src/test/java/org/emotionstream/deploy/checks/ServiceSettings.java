package org.emotionstream.deploy.checks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.emotionstream.events.configuration.ChainConfiguration;

/**
 * The settings of one service, read from what the build has compiled: the same interfaces that the service reads its
 * environment with.
 */
final class ServiceSettings {
    private static final int ORDINAL = 300;
    private static final String COMPILED = "Configuration.class";

    private final List<Class<?>> mappings;

    private ServiceSettings(List<Class<?>> mappings) {
        this.mappings = mappings;
    }

    /** @param service as the image calls it; the command line has no settings of its own */
    static ServiceSettings of(Project project, String service) throws IOException {
        Path classes =
                project.root().resolve(".emotionstream/build").resolve(service).resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(service + " is not compiled yet: build the services first");
        }
        List<Class<?>> mappings = new ArrayList<>(List.of(ChainConfiguration.class));
        // Left open: a mapping is read with it later.
        ClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ServiceSettings.class.getClassLoader());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(COMPILED)).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = load(loader, name);
                if (type.isAnnotationPresent(ConfigMapping.class)) {
                    mappings.add(type);
                }
            }
        }
        return new ServiceSettings(mappings);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("found by the build, and not by the class loader: " + name, e);
        }
    }

    /** Whether this variable is a setting of the service. */
    boolean knows(String variable) {
        return mappings.stream()
                .anyMatch(mapping -> Arrays.stream(mapping.getMethods()).anyMatch(method -> {
                    String name = variable(mapping, method);
                    return Map.class.isAssignableFrom(method.getReturnType())
                            ? variable.startsWith(name + "_")
                            : variable.equals(name);
                }));
    }

    private static String variable(Class<?> mapping, Method method) {
        WithName other = method.getAnnotation(WithName.class);
        String name = other == null ? StringUtil.skewer(method.getName()) : other.value();
        return StringUtil.replaceNonAlphanumericByUnderscores(
                        mapping.getAnnotation(ConfigMapping.class).prefix() + "." + name)
                .toUpperCase(Locale.ROOT);
    }

    /** What the service would say of this environment when it starts; none when it takes it. */
    List<String> refusals(Map<String, String> environment) {
        List<String> refusals = new ArrayList<>();
        for (Class<?> mapping : mappings) {
            try {
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new EnvConfigSource(environment, ORDINAL))
                        .withMapping(mapping)
                        .withValidateUnknown(false)
                        .build();
            } catch (ConfigValidationException e) {
                for (int i = 0; i < e.getProblemCount(); i++) {
                    refusals.add(e.getProblem(i).getMessage());
                }
            }
        }
        return refusals;
    }
}
