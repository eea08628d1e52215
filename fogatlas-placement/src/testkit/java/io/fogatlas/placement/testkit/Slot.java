package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;

/**
 * One Assignment to be found.
 *
 * @param number its number, counted over the whole application
 * @param microservice whose it is
 * @param demand what it is to meet
 * @param twinBefore whether the slot before it asks for the same, so that only one order of the two need be tried
 */
record Slot(int number, Microservice microservice, RegionDemand demand, boolean twinBefore) {}
