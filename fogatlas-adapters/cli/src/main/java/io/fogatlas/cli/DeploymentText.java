package io.fogatlas.cli;

import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.WorkloadStatus;
import java.util.Locale;

/** Writes what targets change and have, for people. */
final class DeploymentText {
    private static final int WIDTH = 120;

    private DeploymentText() {}

    /**
     * Writes a plan.
     *
     * @param plan what is changed
     * @param verb what happens to it, such as {@code would change}
     */
    static String of(DeploymentPlan plan, String verb, Paint paint) {
        StringBuilder text = new StringBuilder(Printable.line(plan.application().toString()));
        if (plan.isEmpty()) {
            return text.append(": nothing ")
                    .append(verb.equals("changed") ? "had to change" : verb)
                    .append('\n')
                    .toString();
        }
        text.append(": ").append(verb).append('\n');
        TextTable table = new TextTable("ACTION", "REGION", "KIND", "NAME", "WHY");
        for (DeploymentStep step : plan.steps()) {
            table.add(
                    step.action().name().toLowerCase(Locale.ROOT),
                    step.region().isEmpty() ? "-" : step.region(),
                    step.kind(),
                    step.name(),
                    step.reason());
        }
        table.lines(WIDTH, paint::bold).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Writes how an application is. */
    static String of(DeploymentStatus status, Paint paint) {
        StringBuilder text =
                new StringBuilder(Printable.line(status.application().toString()));
        if (status.workloads().isEmpty()) {
            return text.append(": not deployed\n").toString();
        }
        text.append(status.isReady() ? ": ready\n" : ": not ready\n");
        TextTable table = new TextTable("MICROSERVICE", "REGION", ">READY", ">WANTED", "PROBLEMS");
        for (WorkloadStatus workload : status.workloads()) {
            table.add(
                    workload.microservice(),
                    workload.region(),
                    Integer.toString(workload.ready()),
                    Integer.toString(workload.wanted()),
                    String.join("; ", workload.problems()));
        }
        table.lines(WIDTH, paint::bold).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
