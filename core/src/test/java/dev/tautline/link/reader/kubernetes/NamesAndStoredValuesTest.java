package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.NetworkPolicy;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Workload;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesAndStoredValuesTest {
    @TempDir
    private Path folder;

    @Test
    void aServiceIsReachedUnderEachOfItsNamesAndLeadsToWhatItSelects() {
        var platform = new Reading(folder).file("db.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: db, namespace: data}
                spec:
                  selector: {app: postgres}
                  ports:
                    - {name: pg, port: 5432, targetPort: postgres}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: pg, namespace: data}
                spec:
                  template:
                    metadata: {labels: {app: postgres, tier: db}}
                """).link().platform();
        var service = platform.names().getFirst();

        assertThat(service.aliases()).contains("db", "db.data", "db.data.svc", "db.data.svc.cluster.local");
        assertThat(service.isHeadless()).isFalse();
        assertThat(service.ports().getFirst().target().orElseThrow().text()).isEqualTo("postgres");
        assertThat(platform.behind(service)).extracting(Workload::name).containsExactly("pg");
    }

    @Test
    void aHeadlessServiceSaysSo() {
        var platform = new Reading(folder).file("db.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: db}
                spec: {clusterIP: None, ports: [{port: 5432}]}
                """).link().platform();

        assertThat(platform.names().getFirst().isHeadless()).isTrue();
        assertThat(platform.names().getFirst().aliases()).contains("db.default.svc");
    }

    @Test
    void whatAnOperatorWillMakeIsKnownToExistAndNothingMore() {
        var stored =
                new Reading(folder).file("secrets.yaml", """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: fetch-shop-db}
                spec: {target: {name: shop-db}}
                ---
                apiVersion: bitnami.com/v1alpha1
                kind: SealedSecret
                metadata: {name: sealed}
                spec: {encryptedData: {password: AgBy3i4OJSWK}}
                """).link().platform().stored();

        assertThat(stored).extracting(StoredValues::name).containsExactly("shop-db", "sealed");
        assertThat(stored).noneMatch(StoredValues::isComplete);
    }

    @Test
    void aSecretWhoseBase64IsBrokenKeepsItsKeys() {
        var secret = new Reading(folder)
                .file("s.yaml", """
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                data: {password: "%%%", bytes: //79}
                """)
                .link()
                .platform()
                .stored()
                .getFirst();

        assertThat(secret.values()).containsOnlyKeys("password", "bytes");
        assertThat(secret.values())
                .extractingByKey("bytes")
                .extracting(Written::isResolved)
                .isEqualTo(false);
    }

    @Test
    void aNetworkPolicyTellsWhatIsAllowed() {
        var policies =
                new Reading(folder).file("np.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: orders}
                spec:
                  podSelector: {matchLabels: {app: orders}}
                  policyTypes: [Egress]
                  egress:
                    - to: [{podSelector: {matchLabels: {app: postgres}}}]
                      ports: [{port: 5432}]
                    - ports: [{protocol: UDP, port: 53}]
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: deny}
                spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                """).link().platform().policies();

        assertThat(policies).extracting(NetworkPolicy::name).containsExactly("orders", "deny");
        assertThat(policies.getFirst().ingress()).isEmpty();
        assertThat(policies.getFirst().egress().orElseThrow())
                .extracting(rule -> rule.allowsPort(5432))
                .containsExactly(true, false);
        assertThat(policies.getLast().egress().orElseThrow()).isEmpty();
    }
}
