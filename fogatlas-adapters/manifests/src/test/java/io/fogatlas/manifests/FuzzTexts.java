package io.fogatlas.manifests;

import java.util.List;

/** Valid files that use every feature, and what to break them with. */
final class FuzzTexts {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, labels: {a: b}, ownerReferences: [{kind: ReplicaSet, name: driver.reg.003-003-abc}]}
            spec:
              nodeName: n1
              overhead: {cpu: 1m}
              initContainers: [{restartPolicy: Always, resources: {limits: {cpu: 1}}}]
              containers: [{resources: {requests: {cpu: 100m, nvidia.com/gpu: 1}}}]
              affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: region,
                labelSelector: {matchExpressions: [{key: a, operator: In, values: [b]}]}, namespaces: [x]}]}}
            status: {phase: Running}
            """;

    private static final String FADEPL = Texts.fadepl("""
                      - name: second
                        mipsrequired: 2k
                        regions: [{regionrequired: 003-003, replicas: 2, image: x}, {}]
                        deployment: {spec: {replicas: 3, template: {metadata: {labels: {a: b}}, spec: {
                          nodeSelector: {a: b}, tolerations: [{operator: Exists}], containers: [{}], affinity: {nodeAffinity:
                          {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions:
                          [{key: a, operator: Gt, values: ["1"]}]}]}}}}}}}
                      dataflows:
                      - {sourceid: cam1, destinationid: driver, bandwidthrequired: 5M, latency: 20}
                      - {sourceid: driver, destinationid: second, bandwidthrequired: 1, latency: 500, name: f}
                    status:
                      currentstatus: 1
                      placements: [{microservice: driver, regions: [{regionselected: 003-003, replicas: 1}]}]
                      linksoccupancy: [{linkid: link1, bwallocated: 300k, prevbwallocated: 0, ischanged: false}]
                    """).replace("metadata: {name: app}", """
                    metadata:
                      name: app
                      annotations:
                        fogatlas.io/placement: '{chains: [{vertices: [cam1, driver], latencyMs: 5, processingMs: {driver: 1}}],
                          microservices: {driver: {allowedRegions: [003-003], within: {km: 5, of: cam1}, spreadOver: 1}}}'\
                    """);

    static final List<String> FILES = List.of(
            Texts.REGIONS,
            Texts.LINK,
            Texts.ENDPOINT,
            Texts.node("n1", "spec: {taints: [{key: a, effect: NoSchedule}]}\n"),
            POD,
            FADEPL);

    static final String VALID = String.join("---\n", FILES);

    static final String DECISIONS = """
            {"decisions": [{"application": {"namespace": "default", "name": "app"}, "algorithm": "x", "outcome": "feasible",
             "objective": 0.5, "bound": 1, "terms": {"network": 1}, "weights": {"network": 1},
             "placements": [{"microservice": "driver", "regions": [{"region": "003-003", "replicas": 1, "nodes": {"n1": 1}}]}],
             "routes": [{"flow": "f", "source": "driver", "sourceRegion": "003-003", "destination": "second",
              "destinationRegion": "003-003", "bandwidthBps": 1, "links": ["link1"]}],
             "linksOccupancy": [{"link": "link1", "bandwidthBps": 5}]}]}
            """;

    /** What values are replaced by: numbers at and beyond every edge, and values of another type. */
    static final List<String> INTERESTING = List.of(
            "",
            "0",
            "-1",
            "1.5",
            "1e3",
            "1e99",
            "1e-99999999",
            "9007199254740993",
            "9223372036854775808",
            "99999999999999999999",
            ".nan",
            "-.inf",
            "NaN",
            "20ms",
            "1Ei",
            "null",
            "~",
            "true",
            "yes",
            "[]",
            "{}",
            "[1, {a: b}]",
            "\"\"",
            "\" \"",
            "004",
            "x.reg.y",
            "a b",
            "91,0",
            "1,2",
            "&a b",
            "*a",
            "!!python/object x",
            "\"\\e[31m\\u202e\"",
            "003-003",
            "cam1",
            "driver",
            "second",
            "List",
            "v1",
            "Pod",
            "\u0000",
            "\t",
            "{",
            "[",
            "'");

    /** Keys that mean something somewhere. */
    static final List<String> KEYS = List.of(
            "id",
            "name",
            "namespace",
            "labels",
            "annotations",
            "location",
            "regionid",
            "tier",
            "cpu2mips",
            "endpointa",
            "endpointb",
            "bandwidth",
            "bwpeak",
            "latency",
            "status",
            "bwallocated",
            "allocatable",
            "cpu",
            "taints",
            "conditions",
            "type",
            "containers",
            "resources",
            "requests",
            "affinity",
            "podAffinity",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "topologyKey",
            "labelSelector",
            "microservices",
            "deployment",
            "template",
            "spec",
            "metadata",
            "replicas",
            "regions",
            "regionrequired",
            "dataflows",
            "sourceid",
            "destinationid",
            "bandwidthrequired",
            "externalendpoints",
            "placements",
            "linksoccupancy",
            "linkid",
            "items",
            "nodeSelector",
            "tolerations",
            "key",
            "operator",
            "values",
            "mipsrequired",
            "fogatlas.io/placement",
            "fogatlas.io/directed");

    private FuzzTexts() {}
}
