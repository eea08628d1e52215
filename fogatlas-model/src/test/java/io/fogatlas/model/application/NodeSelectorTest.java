package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.infrastructure.ComputeNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The meaning is that of Kubernetes: {@code nodeaffinity.GetRequiredNodeAffinity}. */
final class NodeSelectorTest {
    private static final LabelExpression SSD = LabelExpression.is("disk", "ssd");
    private static final LabelExpression ARM = LabelExpression.is("arch", "arm");
    private static final LabelExpression IN_EDGE = LabelExpression.is(ComputeNode.REGION_LABEL, "edge");
    private static final LabelExpression NAMED_N1 = LabelExpression.is(NodeSelector.NAME_FIELD, "n1");
    private static final ComputeNode NODE = ComputeNode.builder("n1", "edge")
            .addLabel("disk", "ssd")
            .addLabel(ComputeNode.REGION_LABEL, "edge")
            .build();

    @Test
    void anyNodeWillDoIfNothingIsAsked() {
        assertThat(NodeSelector.ANY.matches(NODE)).isTrue();
        assertThat(NodeSelector.ANY.admits("anywhere")).isTrue();
    }

    @Test
    void whatIsRequiredMustHoldWhateverAlternativeHolds() {
        assertThat(required(SSD).matches(NODE)).isTrue();
        assertThat(required(SSD, ARM).matches(NODE)).isFalse();
        assertThat(new NodeSelector(new LabelSelector(List.of(ARM)), List.of(labels(SSD))).matches(NODE))
                .isFalse();
    }

    @Test
    void oneAlternativeIsEnough() {
        assertThat(anyOf(labels(ARM), labels(SSD)).matches(NODE)).isTrue();
        assertThat(anyOf(labels(ARM), labels(SSD, ARM)).matches(NODE)).isFalse();
    }

    @Test
    void anAlternativeWithoutExpressionsMatchesNoNode() {
        assertThat(anyOf(labels()).matches(NODE)).isFalse();
        assertThat(anyOf(labels(), labels(SSD)).matches(NODE)).isTrue();
        assertThat(anyOf(labels()).admits("edge")).isFalse();
    }

    @Test
    void fieldsCompareTheName() {
        LabelExpression notN1 = new LabelExpression(NodeSelector.NAME_FIELD, Operator.NOT_IN, List.of("n1"));

        assertThat(anyOf(new NodeSelector.Term(List.of(SSD), List.of(NAMED_N1))).matches(NODE))
                .isTrue();
        assertThat(anyOf(new NodeSelector.Term(List.of(ARM), List.of(NAMED_N1))).matches(NODE))
                .isFalse();
        assertThat(anyOf(new NodeSelector.Term(List.of(), List.of(notN1))).matches(NODE))
                .isFalse();
    }

    @Test
    void withoutNodesOnlyTheRegionsLabelIsJudged() {
        assertThat(required(IN_EDGE, SSD).admits("edge")).isTrue();
        assertThat(required(IN_EDGE, SSD).admits("cloud")).isFalse();
        assertThat(required(SSD).admits("cloud")).isTrue();
        assertThat(anyOf(labels(IN_EDGE), labels(ARM)).admits("cloud")).isTrue();
        assertThat(anyOf(labels(IN_EDGE), labels(IN_EDGE, ARM)).admits("cloud")).isFalse();
        assertThat(anyOf(new NodeSelector.Term(List.of(), List.of(NAMED_N1))).admits("cloud"))
                .isTrue();
    }

    private static NodeSelector required(LabelExpression... expressions) {
        return new NodeSelector(new LabelSelector(List.of(expressions)), List.of());
    }

    private static NodeSelector anyOf(NodeSelector.Term... terms) {
        return new NodeSelector(LabelSelector.EVERYTHING, List.of(terms));
    }

    private static NodeSelector.Term labels(LabelExpression... expressions) {
        return new NodeSelector.Term(List.of(expressions), List.of());
    }
}
