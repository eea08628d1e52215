/** What is to be placed: graphs of microservices and external endpoints joined by data flows, and what each of them requires. */
@NullMarked
package io.fogatlas.model.application;

import org.jspecify.annotations.NullMarked;
