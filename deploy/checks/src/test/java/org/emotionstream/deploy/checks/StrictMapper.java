package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Reads what the types of fabric8 and Strimzi know, and nothing else. Left alone they put what they do not know into
 * a map, and write it out again.
 */
final class StrictMapper {
    private StrictMapper() {}

    static ObjectMapper create() {
        return JsonMapper.builder()
                .annotationIntrospector(new NothingElse())
                .addModule(new JavaTimeModule())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .build();
    }

    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }

        /** What is deprecated is gone from the newest version of the API, or will be. */
        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(Deprecated.class) || super.hasIgnoreMarker(member);
        }

        /** Of fabric8's own only: it reads any object as something generic. Each class here is known. */
        @Override
        public Object findDeserializer(Annotated annotated) {
            Object found = super.findDeserializer(annotated);
            return found == JsonDeserializer.None.class ? null : found;
        }
    }
}
