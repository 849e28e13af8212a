package dev.tautline.check.rules.driver;

import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Properties that a driver does not have, but an older version of it or the other driver for the same servers
/// does: copied along, rather than misspelt.
final class OtherDrivers {
    /// "Changes in Connection Properties" of the Connector/J Developer Guide, and 8.0.23's change of terms;
    /// compared with `PropertyDefinitions` of 9.7.0.
    private static final Set<String> GONE = Set.of(
            "allowmasterdownconnections",
            "allowslavedownconnections",
            "dynamiccalendars",
            "dumpmetadataoncolumnnotfound",
            "loadbalanceblacklisttimeout",
            "notzconversionfordatetype",
            "notzconversionfortimetype",
            "nullnamepatternmatchesall",
            "queriesbeforeretrymaster",
            "readfrommasterwhennoslaves",
            "relaxautocommit",
            "retainstatementafterresultsetclose",
            "runningcts13",
            "secondsbeforeretrymaster",
            "statementinterceptors",
            "strictfloatingpoint",
            "useblobtostoreutf8outsidebmp",
            "usedynamiccharsetinfo",
            "usefastdateparsing",
            "usefastintparsing",
            "usegmtmillisfordatetimes",
            "usejdbccomplianttimezoneshift",
            "usejvmcharsetconverters",
            "uselegacydatetimecode",
            "useoldutf8behavior",
            "usesspscompatibletimezoneshift",
            "usetimezone",
            "useunicode");

    static final String OLDER = "an older Connector/J";

    private OtherDrivers() {}

    /// Which driver has the property; empty for one that none has, and for drivers without a sibling.
    static Optional<String> having(Settings.Stray stray) {
        var isMySql = stray.product() == Product.CONNECTOR_J;
        if (!isMySql && stray.product() != Product.MARIADB_DRIVER) {
            return Optional.empty();
        }
        if (GONE.contains(stray.name().toLowerCase(Locale.ROOT))) {
            return Optional.of(OLDER);
        }
        var sibling = isMySql ? DriverKeys.MARIADB : DriverKeys.CONNECTOR_J;
        return sibling.find(stray.name()).map(key -> sibling.product().title());
    }
}
