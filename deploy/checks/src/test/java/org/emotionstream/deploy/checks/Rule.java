package org.emotionstream.deploy.checks;

import java.util.List;

/** Something that must hold between the manifests of one overlay, and between them and the code. */
interface Rule {
    /** What is wrong, each in one sentence that begins with the kind and name of the object; empty when all is well. */
    List<String> problems(Manifests manifests);
}
