// Detached signatures in CMS (RFC 5652) over bytes that are at hand, and whose word is taken for a certificate.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "events/result.hpp"
#include "events/vocabulary/signature.hpp"

namespace minhbach::services::signature {

// The certificates of those who are trusted to give out certificates. Immutable; may be used from any thread.
class Authorities {
public:
    Authorities();  // none
    // Each text is a certificate in DER, or any number of them in PEM; refuses `invalid-field` with the number of the
    // text as the field where one holds none, or something else than certificates.
    static Result<Authorities> of(const std::vector<std::string>& texts);
    std::size_t count() const;

    struct Inside;
    const Inside& inside() const { return *inside_; }

private:
    std::shared_ptr<const Inside> inside_;
};

struct Validated {
    SignatureReport report;   // names_signer is left to whoever knows the signer
    std::string common_name;  // of the certificate; empty: it has none
};

// Takes a signature that fits `bytes`, whoever gave out its certificate; how that stands on `at` is in the report.
// Refuses `signature-invalid` where it does not fit, and `invalid-field` for what is no detached CMS of exactly one
// signer with that signer's certificate in it. Revocation is not checked: that would mean asking somebody outside.
Result<Validated> validate(std::string_view der, std::string_view bytes, const Authorities& authorities, Time at);

}  // namespace minhbach::services::signature
