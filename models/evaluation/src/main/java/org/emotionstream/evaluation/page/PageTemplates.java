package org.emotionstream.evaluation.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.StringTemplateLocation;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Templates of pages (Qute), which lie beside a class and read what public methods return.
 *
 * <p>A template writes a number as {@link Markup} does: {@code {n.count}} 1,234, {@code {x.number}} 0.123,
 * {@code {x.signed}} +0.123, {@code {x.percent}} 12.3 %. Anything has {@code {x.format('%10s')}}.
 */
public final class PageTemplates {
    private static final Map<String, DoubleFunction<String>> NUMBERS = Map.of(
            "count", value -> Markup.count((long) value),
            "number", Markup::number,
            "signed", Markup::signed,
            "percent", Markup::percent);

    private final Engine engine;

    /**
     * @param beside the class beside which the templates lie
     * @param escape how the value of an expression is written, unless the template says that it is {@code raw}
     */
    public PageTemplates(Class<?> beside, UnaryOperator<String> escape) {
        EngineBuilder builder = Engine.builder()
                .addDefaults()
                .addValueResolvers(
                        ValueResolvers.rawResolver(),
                        ValueResolver.builder()
                                .applyToName("format")
                                .applyToParameters(1)
                                .resolveAsync(PageTemplates::format)
                                .build(),
                        new ReflectionValueResolver())
                .addResultMapper((value, expression) ->
                        value instanceof RawString ? value.toString() : escape.apply(value.toString()))
                .addLocator(name -> Optional.of(new StringTemplateLocation(read(beside, name))));
        NUMBERS.forEach((name, written) -> builder.addValueResolver(ValueResolver.builder()
                .applyToBaseClass(Number.class)
                .applyToName(name)
                .resolveSync(context -> written.apply(((Number) context.getBase()).doubleValue()))
                .build()));
        engine = builder.build();
    }

    /**
     * The page that a template makes.
     *
     * @param name of the template's file
     * @param content what it shows, by the names that it uses
     * @throws io.quarkus.qute.TemplateException when the template names what is not there
     */
    public String fill(String name, Map<String, ?> content) {
        TemplateInstance page = engine.getTemplate(name).instance();
        content.forEach(page::data);
        return page.render();
    }

    private static CompletionStage<Object> format(EvalContext context) {
        return context.evaluate(context.getParams().get(0))
                .thenApply(format -> String.format(Locale.ROOT, (String) format, context.getBase()));
    }

    private static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
