package dev.tautline.check.rules.secrets;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class SecretsRules {
    private SecretsRules() {}

    public static List<Rule> all() {
        return List.of(
                new ApplicationIsSuperuser(),
                new PasswordInChartValues(),
                new PasswordInDeploymentFile(),
                new PasswordInFile(),
                new PasswordInTerraform(),
                new PasswordInUrl(),
                new PasswordsInClearToPooler(),
                new PoolerPasswordInFile(),
                new ServerPasswordInFile());
    }
}
