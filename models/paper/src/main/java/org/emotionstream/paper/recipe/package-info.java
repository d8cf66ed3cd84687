/**
 * The recipe {@code paper}: the paper's own training as far as it is published, with its mistakes, so that its
 * table can be reproduced on data that people can inspect. {@link org.emotionstream.paper.recipe.PaperRecipe}
 * is the entry; what was published, what was silent and what was chosen: docs/adr/0009-recipe-paper.md.
 */
package org.emotionstream.paper.recipe;
