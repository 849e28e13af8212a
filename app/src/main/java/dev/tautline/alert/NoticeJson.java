package dev.tautline.alert;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Notices as the outbox keeps them and webhooks get them.
final class NoticeJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private NoticeJson() {}

    static String of(Notice notice) {
        return MAPPER.writeValueAsString(notice);
    }

    static Notice read(String json) {
        return MAPPER.readValue(json, Notice.class);
    }
}
