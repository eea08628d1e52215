-- What each application holds of each link and node. While one placement is to replace another, that is the greater of both.
create view application_holding as
    select namespace, application, request, document::json -> 'reservation' -> 'holding' as holding,
            false as replaced
        from reservation
    union all
    select namespace, application, request, document::json -> 'reservation' -> 'replaces' -> 'holding',
            true
        from reservation
        where status = 'replacing';

create view reservation_link as
    select namespace, application, link.key as link, max(link.value::bigint) as bandwidth_bps
        from application_holding, json_each_text(holding -> 'bandwidthBpsByLink') as link
        group by namespace, application, link.key;

create view reservation_node as
    select namespace, application, node, resource, max(amount) as amount
        from (
            select namespace, application, request, node.key as node, resource.name as resource,
                    sum(node.value::bigint * resource.amount) as amount
                from application_holding,
                    json_array_elements(holding -> 'replicas') as replicas,
                    json_each_text(replicas -> 'replicasByNode') as node,
                    lateral (
                        select 'cpu' as name, (replicas -> 'perReplica' ->> 'cpuMillis')::bigint as amount
                        union all select 'memory', (replicas -> 'perReplica' ->> 'memoryBytes')::bigint
                        union all select 'ephemeral-storage', (replicas -> 'perReplica' ->> 'storageBytes')::bigint
                        union all select 'pods', (replicas -> 'perReplica' ->> 'podSlots')::bigint
                        union all select key, value::bigint from json_each_text(replicas -> 'perReplica' -> 'extended')
                    ) as resource
                group by namespace, application, request, replaced, node.key, resource.name
        ) as held
        group by namespace, application, node, resource;

-- What each link carries and what is taken of it, unknown holders included.
create view link_usage as
    select element.document::json -> 'link' ->> 'id' as link,
            (element.document::json -> 'link' ->> 'up')::boolean as up,
            (element.document::json -> 'link' ->> 'bandwidthBps')::bigint as bandwidth_bps,
            coalesce((select sum(bandwidth_bps) from reservation_link
                    where reservation_link.link = element.document::json -> 'link' ->> 'id'), 0)
                + coalesce((select (others::json -> 'holding' -> 'bandwidthBpsByLink'
                    ->> (element.document::json -> 'link' ->> 'id'))::bigint from inventory), 0) as taken_bps
        from element
        where kind = 'link';
