package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class AgentWithoutHikariTest {
    @Test
    void loadsAndReportsWithoutHikariOnTheClassPath() throws ReflectiveOperationException {
        Class<?> type = new WithoutHikari().loadClass(Agent.class.getName());
        assertThat(type).isNotEqualTo(Agent.class);
        assertThat(type.getDeclaredMethods()).isNotEmpty();
        Object builder = type.getMethod("forService", String.class).invoke(null, "chandlery");
        try (AutoCloseable agent =
                (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
            assertThat(type.getMethod("report").invoke(agent).toString()).contains("pools=[]");
            assertThatThrownBy(() -> type.getMethod("observe", DataSource.class).invoke(agent, new ScriptedDriver()))
                    .isInstanceOf(InvocationTargetException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        } catch (ReflectiveOperationException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Defines the agent's classes anew and knows no HikariCP.
    private static final class WithoutHikari extends ClassLoader {
        WithoutHikari() {
            super(AgentWithoutHikariTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.zaxxer.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.tautline.agent.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
