package dev.tautline.link.reader.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.C3p0Keys;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.IronJacamarKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.TomcatJdbcKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JakartaTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void readsAResourceOfTomcatsOwnPool() {
        folder.write("src/main/webapp/META-INF/context.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <Context>
              <!-- <Resource name="old" type="javax.sql.DataSource" maxActive="1"/> -->
              <Resource name="jdbc/shop" auth="Container" type="javax.sql.DataSource"
                        factory="org.apache.tomcat.jdbc.pool.DataSourceFactory"
                        url="jdbc:postgresql://db:5432/shop?socketTimeout=30"
                        username="till" password="geheim"
                        maxActive="50" maxwait='9'
                        connectionProperties="tcpKeepAlive=true;"/>
            </Context>
            """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.TOMCAT_JDBC);
        assertThat(client.dataSource()).isEqualTo("jdbc/shop");
        assertThat(folder.told(client, TomcatJdbcKeys.MAX_ACTIVE))
                .isEqualTo("50 at src/main/webapp/META-INF/context.xml:8:24");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT))
                .isEqualTo("PT30S at src/main/webapp/META-INF/context.xml:6:49");
        assertThat(folder.told(client, PgjdbcKeys.TCP_KEEP_ALIVE)).startsWith("true at ");
        assertThat(folder.told(client, SpringKeys.DATASOURCE_PASSWORD))
                .isEqualTo(Secret.MASK + " at src/main/webapp/META-INF/context.xml:7:39");
        assertThat(ApplicationFolder.strays(client)).containsExactly("TOMCAT_JDBC maxwait");
    }

    @Test
    void takesDbcp2WhereNoFactoryIsWrittenAndOnlyDataSources() {
        folder.write("conf/server.xml", """
            <Server><GlobalNamingResources>
              <Resource name="UserDatabase" type="org.apache.catalina.UserDatabase" pathname="u.xml"/>
              <Resource name="jdbc/a" type="javax.sql.DataSource" url="jdbc:postgresql://db/a" maxTotal="9"/>
            </GlobalNamingResources></Server>
            """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.DBCP2);
        assertThat(folder.told(client, Dbcp2Keys.MAX_TOTAL)).isEqualTo("9 at conf/server.xml:3:94");
    }

    @Test
    void readsPersistenceUnitsThatConnectThemselves() {
        folder.write("src/main/resources/META-INF/persistence.xml", """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="managed"><jta-data-source>java:/x</jta-data-source></persistence-unit>
              <persistence-unit name="shop">
                <properties>
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://db/shop"/>
                  <property name="jakarta.persistence.jdbc.user" value="till"/>
                  <property name="hibernate.hikari.maximumPoolSize" value="30"/>
                  <property name="hibernate.hikari.dataSource.socketTimeout" value="20"/>
                </properties>
              </persistence-unit>
            </persistence>
            """);

        var client = folder.client();

        assertThat(client.dataSource()).isEqualTo("shop");
        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("30 at src/main/resources/META-INF/persistence.xml:7:64");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT)).startsWith("PT20S at ");
        assertThat(client.poolKey(HikariKeys.MAX_LIFETIME)).isEqualTo("hibernate.hikari.maxLifetime");
    }

    @Test
    void readsASessionFactoryWithHibernatesNamesForC3p0() {
        folder.write("src/main/resources/hibernate.cfg.xml", """
            <!DOCTYPE hibernate-configuration PUBLIC "-//Hibernate//DTD 3.0//EN" "http://nowhere.invalid/x.dtd">
            <hibernate-configuration><session-factory>
              <property name="connection.url">jdbc:postgresql://db/shop</property>
              <property name="hibernate.c3p0.max_size">
                  20
              </property>
              <property name="hibernate.c3p0.timeout">300</property>
            </session-factory></hibernate-configuration>
            """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.C3P0);
        assertThat(folder.told(client, C3p0Keys.MAX_POOL_SIZE))
                .isEqualTo("20 at src/main/resources/hibernate.cfg.xml:5:7");
        assertThat(folder.told(client, C3p0Keys.MAX_IDLE_TIME)).startsWith("PT5M at ");
    }

    @Test
    void readsTheConnectionInHibernatesPropertiesFile() {
        folder.write("src/main/resources/hibernate.properties", """
            hibernate.connection.url=jdbc:postgresql://db/shop
            hibernate.connection.username=${db.user}
            hibernate.c3p0.max_size=20
            """);

        assertThat(folder.client().callsPostgres()).isTrue();
        assertThat(folder.told(folder.client(), C3p0Keys.MAX_POOL_SIZE))
                .isEqualTo("20 at src/main/resources/hibernate.properties:3:25");
    }

    @Test
    void knowsThatHibernatesOwnPoolIsNoneOfTheOthers() {
        folder.write("hibernate.cfg.xml", """
            <hibernate-configuration><session-factory>
              <property name="connection.url">jdbc:postgresql://db/shop</property>
            </session-factory></hibernate-configuration>
            """);

        assertThat(folder.client().pool()).isEqualTo(Pool.OTHER);
    }

    @Test
    void readsEveryConfigurationOfC3p0sFile() {
        folder.write("c3p0-config.xml", """
            <c3p0-config>
              <default-config><property name="checkoutTimeout">3000</property></default-config>
              <named-config name="shop"><property name="jdbcUrl">jdbc:postgresql://db/s</property></named-config>
            </c3p0-config>
            """);

        assertThat(folder.clients()).extracting(Client::dataSource).containsExactly("default-config", "shop");
        assertThat(folder.told(folder.clients().getFirst(), C3p0Keys.CHECKOUT_TIMEOUT))
                .isEqualTo("PT3S at c3p0-config.xml:2:52");
    }

    @Test
    void readsThePoolOfWildFlyUnlessItsDatabaseIsInMemory() {
        folder.write("standalone.xml", """
                <server><datasources>
                  <datasource pool-name="shop"><connection-url>jdbc:postgresql://db/shop</connection-url>
                    <pool><max-pool-size>33</max-pool-size></pool>
                    <validation><validate-on-match>true</validate-on-match></validation>
                    <timeout><blocking-timeout-millis>${env.WAIT:5000}</blocking-timeout-millis></timeout>
                  </datasource>
                  <datasource pool-name="example"><connection-url>jdbc:h2:mem:test</connection-url></datasource>
                </datasources></server>
                """);

        var clients = folder.clients();

        assertThat(clients).extracting(Client::pool).containsExactly(Pool.IRON_JACAMAR, Pool.OTHER);
        assertThat(folder.told(clients.getFirst(), IronJacamarKeys.MAX_POOL_SIZE))
                .isEqualTo("33 at standalone.xml:3:26");
        assertThat(folder.told(clients.getFirst(), IronJacamarKeys.VALIDATE_ON_MATCH))
                .startsWith("true at");
        assertThat(clients.getFirst()
                        .get(IronJacamarKeys.BLOCKING_TIMEOUT_MILLIS)
                        .known())
                .isEmpty();
    }

    @Test
    void readsXaDataSourcesOfWildFlyByTheClassOfTheirDriver() {
        folder.write("standalone.xml", """
            <server><datasources>
              <xa-datasource jndi-name="java:/OrdersXA" pool-name="OrdersXA">
                <xa-datasource-property name="ServerName">db.shop.example</xa-datasource-property>
                <xa-datasource-property name="PortNumber">6432</xa-datasource-property>
                <xa-datasource-property name="DatabaseName">orders</xa-datasource-property>
                <xa-datasource-property name="SocketTimeout">60</xa-datasource-property>
                <driver>pg</driver>
                <xa-pool><max-pool-size>44</max-pool-size></xa-pool>
                <security><user-name>orders</user-name></security>
              </xa-datasource>
              <xa-datasource pool-name="Off" enabled="false">
                <xa-datasource-property name="URL">jdbc:postgresql://db/off</xa-datasource-property>
              </xa-datasource>
              <xa-datasource pool-name="Unknown">
                <xa-datasource-property name="ServerName">db</xa-datasource-property><driver>other</driver>
              </xa-datasource>
              <xa-datasource pool-name="ByUrl">
                <xa-datasource-property name="URL">jdbc:postgresql://db/audit?socketTimeout=9</xa-datasource-property>
              </xa-datasource>
              <drivers><driver name="pg" module="org.postgresql">
                <xa-datasource-class>org.postgresql.xa.PGXADataSource</xa-datasource-class>
              </driver></drivers>
            </datasources></server>
            """);

        var clients = folder.clients();
        var orders = clients.getFirst();

        assertThat(clients).extracting(Client::dataSource).containsExactly("OrdersXA", "ByUrl");
        assertThat(orders.url().orElseThrow().hosts()).hasToString("[db.shop.example:6432]");
        assertThat(folder.told(orders, IronJacamarKeys.MAX_POOL_SIZE)).isEqualTo("44 at standalone.xml:8:29");
        assertThat(folder.told(orders, PgjdbcKeys.SOCKET_TIMEOUT)).startsWith("PT1M at standalone.xml:6:");
        assertThat(folder.told(orders, SpringKeys.DATASOURCE_USERNAME)).startsWith("orders at standalone.xml:9:");
        assertThat(folder.told(clients.getLast(), PgjdbcKeys.SOCKET_TIMEOUT)).startsWith("PT9S at standalone.xml:18:");
    }

    @Test
    void readsDataSourcesOfWildFlyThatAreEnabled() {
        folder.write("standalone.xml", """
            <server xmlns="urn:jboss:domain:20.0"><profile><subsystem><datasources>
              <datasource jndi-name="java:/OrdersDS" pool-name="OrdersDS">
                <connection-url>jdbc:postgresql://db.shop.example/orders?socketTimeout=60</connection-url>
                <connection-property name="tcpKeepAlive">true</connection-property>
                <security user-name="orders" password="${env.DB_PASSWORD}"/>
              </datasource>
              <datasource pool-name="ExampleDS" enabled="false"><connection-url>jdbc:h2:mem:x</connection-url></datasource>
            </datasources></subsystem></profile></server>
            """);

        var client = folder.client();

        assertThat(client.dataSource()).isEqualTo("OrdersDS");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT)).isEqualTo("PT1M at standalone.xml:3:62");
        assertThat(folder.told(client, PgjdbcKeys.TCP_KEEP_ALIVE)).startsWith("true at standalone.xml:4:");
        assertThat(folder.told(client, SpringKeys.DATASOURCE_USERNAME)).startsWith("orders at standalone.xml:5:");
    }

    @Test
    void readsPoolsThatSpringMakesOfBeansWithThePropertiesThatTheyName() {
        folder.write("src/main/resources/spring/data-context.xml", """
            <beans xmlns="http://www.springframework.org/schema/beans">
              <context:property-placeholder xmlns:context="urn:c" location="classpath:jdbc.properties"/>
              <bean id="orders" class="org.apache.commons.dbcp2.BasicDataSource">
                <property name="url" value="${jdbc.url}"/>
                <property name="username"><value>shop</value></property>
                <property name="maxTotal" value="${jdbc.pool:30}"/>
                <property name="password" value="${jdbc.password}"/>
              </bean>
              <bean id="other" class="com.shop.OrdersDataSource"><property name="url" value="jdbc:x:y"/></bean>
            </beans>
            """)
                .write("src/main/resources/jdbc.properties", "jdbc.url=jdbc:postgresql://db.shop.example/shop\n");

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.DBCP2);
        assertThat(client.dataSource()).isEqualTo("orders");
        assertThat(client.urlText().origin().toString()).endsWith("src/main/resources/jdbc.properties:1:10");
        assertThat(folder.told(client, Dbcp2Keys.MAX_TOTAL))
                .isEqualTo("30 at src/main/resources/spring/data-context.xml:6:38");
        assertThat(client.service()).isEqualTo(path.getFileName().toString());
    }
}
