package org.emotionstream.events.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Answers 405 to whatever is not a question: the handlers of health and metrics would take any method. */
@Singleton
class ReadOnlyHttp {
    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Set<HttpMethod> QUESTIONS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    void register(@Observes Filters filters) {
        filters.register(ReadOnlyHttp::refuseWriting, BEFORE_ALL_OTHERS);
    }

    private static void refuseWriting(RoutingContext context) {
        if (QUESTIONS.contains(context.request().method())) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(METHOD_NOT_ALLOWED)
                    .putHeader("Allow", "GET, HEAD")
                    .end();
        }
    }
}
