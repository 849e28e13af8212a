package dev.tautline.dashboard;

/// Reports of `taut check`, as its JSON has them.
final class Reports {
    static final String ONE_FINDING = """
        {"version": 1, "files": 4, "clients": 2,
         "summary": {"critical": 0, "high": 1, "medium": 0, "low": 0, "info": 0},
         "findings": [{"id": "f1", "rule": "missing-statement-timeout", "severity": "high",
           "owner": "application", "subject": "store, data source shop",
           "headline": "Nothing limits how long a statement runs",
           "consequence": "A statement that never ends keeps its connection, and with it a request's thread.",
           "edit": "add options=-c statement_timeout=30s to the URL",
           "origin": "deploy/shop/application.yml:7:10", "file": "deploy/shop/application.yml", "line": 7,
           "column": 10,
           "read": [{"name": "url", "value": "jdbc:postgresql://db.shop.internal:5432/shop",
             "origin": "deploy/shop/application.yml:7:10"}]}],
         "undecided": [{"why": "pg_hba.conf is not among the files", "rules": ["hba-order"], "subjects": ["store"]}],
         "problems": [], "suppressed": [], "notes": []}
        """;

    private Reports() {}
}
