/// Reads what runs on Kubernetes: plain manifests, Kustomize overlays, plain values of Helm charts, and the
/// clusters and poolers of the CloudNativePG operator.
///
/// ```
/// file ─► Manifest ─┬─► Kustomizations ─┐
///                   └─► Units ──────────┴─► ManifestSet ─► readers per kind ─► Facts
/// ```
@NullMarked
package dev.tautline.link.reader.kubernetes;

import org.jspecify.annotations.NullMarked;
