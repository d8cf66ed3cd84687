/** Pages for people, made of templates: how they are filled, and how they write text and numbers. */
package org.emotionstream.evaluation.page;
