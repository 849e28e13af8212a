package dev.tautline.dashboard;

import dev.tautline.incident.Incident;
import java.util.List;

/// The last second that was accepted: its JSON, and its incidents for those who ask for one of them.
record Latest(String json, List<Incident> incidents) {}
