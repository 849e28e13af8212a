package dev.tautline.check.rules.authentication;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class AuthenticationRules {
    private AuthenticationRules() {}

    public static List<Rule> all() {
        return List.of(
                new HbaRuleNeverReached(),
                new HbaRuleRejectsClient(),
                new IdentOverNetwork(),
                new Md5PasswordEncryption(),
                new NoHbaRuleMatches(),
                new PasswordInClearByHba(),
                new PublicKeyFromAnyone(),
                new PublicKeyNotRetrievable(),
                new ReplicationOpenToAll(),
                new ScramWithOldDriver(),
                new TrustOverNetwork());
    }
}
