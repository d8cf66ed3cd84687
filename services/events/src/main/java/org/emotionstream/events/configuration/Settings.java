package org.emotionstream.events.configuration;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/**
 * Reads settings from system properties and the environment, before a container exists: what is wrong is
 * said in one line, where a container would print its whole stack.
 */
public final class Settings {
    private static final int ABOVE_ALL = 1000;

    private Settings() {}

    /**
     * The settings of this mapping.
     *
     * @param mapping an interface with {@code @ConfigMapping}
     * @param first come before system properties and environment; by full key, for example {@code
     *     emotionstream.topic-prefix}
     * @throws ConfigurationException when one is missing or wrong, naming it
     */
    public static <T> T read(Class<T> mapping, Map<String, String> first) {
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDefaultSources()
                    .withSources(new PropertiesConfigSource(first, "given", ABOVE_ALL))
                    // As Quarkus has it: others keep settings of theirs under the same first word.
                    .withValidateUnknown(false)
                    .withMapping(mapping)
                    .build();
            return config.getConfigMapping(mapping);
        } catch (ConfigValidationException e) {
            throw new ConfigurationException(oneLine(e), e);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Refuses a value that is below the least that can work.
     *
     * @param key of the setting, in full
     * @throws ConfigurationException naming the setting, the least value and what was found
     */
    public static <T extends Comparable<T>> void atLeast(String key, T least, T found) {
        if (found.compareTo(least) < 0) {
            throw new ConfigurationException(key + ": expected at least " + least + ", found " + found);
        }
    }

    /**
     * The settings that all share, read and checked.
     *
     * @param first come before system properties and environment; by full key
     * @throws ConfigurationException when one is missing or wrong, naming it
     */
    public static ChainConfiguration readChain(Map<String, String> first) {
        ClientConfigFile.checkArguments(System.getProperties().stringPropertyNames());
        ChainConfiguration chain = read(ChainConfiguration.class, first);
        chain.clientConfig()
                .ifPresent(file ->
                        ClientSettingsCheck.check("emotionstream.client-config: " + file, ClientConfigFile.read(file)));
        ClientSettingsCheck.check("emotionstream.kafka", chain.kafka());
        checkAddresses(chain.bootstrapServers());
        try {
            Topics.of(chain);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "emotionstream.topic-prefix or emotionstream.generation: " + e.getMessage(), e);
        }
        return chain;
    }

    private static void checkAddresses(String bootstrapServers) {
        try {
            BrokerAddress.parseAll(bootstrapServers);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("emotionstream.bootstrap-servers: " + e.getMessage(), e);
        }
    }

    private static String oneLine(ConfigValidationException e) {
        StringBuilder problems = new StringBuilder();
        for (int i = 0; i < e.getProblemCount(); i++) {
            problems.append(i == 0 ? "" : "; ")
                    .append(inOurWords(e.getProblem(i).getMessage()));
        }
        return problems.toString();
    }

    /** Without the name of the exception and the number of the message. */
    private static String inOurWords(String problem) {
        return problem.replaceAll("\\s+", " ").replaceFirst("^(?:[a-z]+\\.)+[A-Za-z]+: (?:[A-Z]+[0-9]+: )?", "");
    }
}
