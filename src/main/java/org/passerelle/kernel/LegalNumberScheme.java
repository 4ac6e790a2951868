package org.passerelle.kernel;

import java.util.Optional;

/// A public register's way of numbering organisations (ORG-02). Codes are those of org-id.guide
/// where it has one.
public enum LegalNumberScheme {
    /// Registre de commerce et des sociétés: a letter and up to six digits.
    LU_RCS("LU-RCS"),
    /// Numéro d'identité national of legal persons: eleven digits, the year first.
    LU_MATRICULE("LU-MATRICULE"),
    LU_TVA("LU-TVA"),
    /// Banque-Carrefour des Entreprises / Kruispuntbank van Ondernemingen.
    BE_BCE_KBO("BE-BCE_KBO"),
    FR_SIREN("FR-SIREN"),
    /// Répertoire national des associations.
    FR_RNA("FR-RNA"),
    NL_KVK("NL-KVK"),
    NL_RSIN("NL-RSIN"),
    /// Business number, alone or with a charity's account, as in `119219814RR0001`.
    CA_BN("CA-BN"),
    US_EIN("US-EIN"),
    /// Charity Commission for England and Wales.
    GB_CHC("GB-CHC"),
    /// Scottish Charity Register.
    GB_SC("GB-SC"),
    /// Charity Commission for Northern Ireland.
    GB_NIC("GB-NIC"),
    /// Vereinsregister: numbered by each court on its own, so the court belongs to the number.
    DE_VR("DE-VR");

    private final String code;

    LegalNumberScheme(String code) {
        this.code = code;
    }

    /// As packs and the API write it.
    public String code() {
        return code;
    }

    public static Optional<LegalNumberScheme> of(String code) {
        for (var scheme : values()) {
            if (scheme.code.equals(code)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }
}
