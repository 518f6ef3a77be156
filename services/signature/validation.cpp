#include "services/signature/validation.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "events/record.hpp"
#include "events/refusals.hpp"

namespace minhbach::services::signature {
namespace {

constexpr std::int64_t kDayMillis = 86'400'000;
constexpr int kSecurityBitsMin = 112;  // RSA 2048, P-224: NIST SP 800-57 part 1, table 2
constexpr int kSecurityLevel = 2;      // the same for every certificate up to the authority

struct Freeing {
    void operator()(CMS_ContentInfo* it) const { CMS_ContentInfo_free(it); }
    void operator()(BIO* it) const { BIO_free_all(it); }
    void operator()(X509* it) const { X509_free(it); }
    void operator()(X509_STORE* it) const { X509_STORE_free(it); }
    void operator()(X509_STORE_CTX* it) const { X509_STORE_CTX_free(it); }
    void operator()(STACK_OF(X509) * it) const { sk_X509_pop_free(it, X509_free); }
};
template <class T>
using Owned = std::unique_ptr<T, Freeing>;

// Whatever a function leaves in the thread's queue of errors would be found by the next one that looks.
struct NoErrorsLeft {
    ~NoErrorsLeft() { ERR_clear_error(); }
};

Owned<BIO> reading(std::string_view bytes) {
    Owned<BIO> bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    if (!bio) throw std::bad_alloc();
    return bio;
}

// Of a BIO of memory CMS_verify makes a copy, which OpenSSL 3.0 does not free where it fails early; of others it makes
// none.
Owned<BIO> reading_through_a_filter(std::string_view bytes) {
    Owned<BIO> filter(BIO_new(BIO_f_null()));
    if (!filter) throw std::bad_alloc();
    BIO_push(filter.get(), reading(bytes).release());
    return filter;
}

Refusal no_signature(std::string vi, std::string en) {
    return invalid_field("/signature", std::move(vi), std::move(en));
}

Digest digest_of(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size < 0) throw std::runtime_error("a certificate that was read cannot be written");
    const std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return Digest::of(events::hex(events::sha256(bytes)));
}

// What strangers wrote, as a text of this house: printable, and no longer than a label.
Label label_of(std::string text) {
    std::size_t cut = std::min(text.size(), Label::characters_max);
    while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    text.resize(cut);
    if (auto label = Label::parse(text)) return *label;
    std::replace_if(text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    const auto printable = Label::parse(text);
    return printable ? *printable : Label::of("-");
}

std::string name_of(const X509_NAME* name, unsigned long flags) {
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    if (!bio || X509_NAME_print_ex(bio.get(), name, 0, flags) < 0) return {};
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

// Vietnamese letters as they are; where a name holds what no text here may, its bytes in hexadecimal.
Label name_of(const X509_NAME* name) {
    const auto readable = name_of(name, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    if (Label::parse(readable)) return label_of(readable);
    return label_of(name_of(name, XN_FLAG_RFC2253));
}

std::string common_name_of(X509* certificate) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) return {};
    std::string result(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return result;
}

std::string serial_of(X509* certificate) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    const auto* bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial));
    return events::hex(std::string_view(bytes, static_cast<std::size_t>(ASN1_STRING_length(serial))));
}

// Certificates that never run out say 9999; a date ends in 2200.
std::optional<Time> time_of(const ASN1_TIME* time) {
    tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
    if (parts.tm_year + 1900 > 2200) return Time::from_millis(Date::of("2200-12-31").days() * kDayMillis);
    const auto day = Date::from_civil(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    if (!day) return std::nullopt;
    const std::int64_t seconds = parts.tm_hour * 3600 + parts.tm_min * 60 + parts.tm_sec;
    return Time::from_millis(day->days() * kDayMillis + seconds * 1000);
}

std::string name_of(const ASN1_OBJECT* object) {
    const int nid = OBJ_obj2nid(object);
    if (nid != NID_undef) return OBJ_nid2sn(nid);
    std::array<char, 80> dotted{};
    OBJ_obj2txt(dotted.data(), dotted.size(), object, 1);
    return dotted.data();
}

std::string key_of(EVP_PKEY* key) {
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) {
        std::array<char, 80> curve{};
        std::size_t size = 0;
        if (EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &size) == 1)
            return "EC " + std::string(curve.data(), size);
    }
    const char* type = EVP_PKEY_get0_type_name(key);
    return std::string(type ? type : "?") + " " + std::to_string(EVP_PKEY_get_bits(key));
}

bool is_strong(const ASN1_OBJECT* digest) {
    constexpr std::array kStrong{NID_sha224,   NID_sha256,   NID_sha384,   NID_sha512,  NID_sha512_256,
                                 NID_sha3_224, NID_sha3_256, NID_sha3_384, NID_sha3_512};
    return std::find(kStrong.begin(), kStrong.end(), OBJ_obj2nid(digest)) != kStrong.end();
}

std::optional<Time> claimed_by(const CMS_SignerInfo* signer) {
    const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    X509_ATTRIBUTE* attribute = at < 0 ? nullptr : CMS_signed_get_attr(signer, at);
    const ASN1_TYPE* value = attribute ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
    if (!value || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) return std::nullopt;
    return time_of(value->value.asn1_string);
}

SignatureStanding standing_of(int error) {
    switch (error) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return SignatureStanding::expired;
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return SignatureStanding::not_yet_valid;
        case X509_V_ERR_EE_KEY_TOO_SMALL:
        case X509_V_ERR_CA_KEY_TOO_SMALL:
        case X509_V_ERR_CA_MD_TOO_WEAK:
            return SignatureStanding::weak;
        default:
            return SignatureStanding::untrusted;
    }
}

bool is_for_signing(X509* certificate) {
    return (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

}  // namespace

struct Authorities::Inside {
    Owned<X509_STORE> store{X509_STORE_new()};
    std::size_t count = 0;

    void add(X509* certificate) {
        if (X509_STORE_add_cert(store.get(), certificate) != 1)
            throw std::runtime_error("a certificate cannot be added to a store");
        ++count;
    }
};

namespace {

// Who vouches for the certificate, if anybody does whom this house trusts.
void trace_issuer(SignatureReport& report, X509* certificate, STACK_OF(X509) * others, const Authorities& authorities,
                  Time at) {
    const auto& trusted = authorities.inside();
    if (trusted.count == 0) {
        report.standing = SignatureStanding::unknown_issuer;
        return;
    }
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), trusted.store.get(), certificate, others) != 1)
        throw std::bad_alloc();
    X509_VERIFY_PARAM* how = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(how, static_cast<time_t>(at.millis() / 1000));
    X509_VERIFY_PARAM_set_auth_level(how, kSecurityLevel);
    // An authority that was named is trusted, also where another one stands above it.
    X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_PARTIAL_CHAIN);
    if (X509_verify_cert(context.get()) != 1) {
        const int error = X509_STORE_CTX_get_error(context.get());
        report.standing = standing_of(error);
        report.why = label_of(X509_verify_cert_error_string(error));
        return;
    }
    report.standing = SignatureStanding::trusted;
    STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
    report.authority = digest_of(sk_X509_value(chain, sk_X509_num(chain) - 1));
    if (is_for_signing(certificate)) return;
    report.standing = SignatureStanding::not_for_signing;
    report.why = label_of("keyUsage");
}

}  // namespace

Authorities::Authorities() : inside_(std::make_shared<Inside>()) {}

std::size_t Authorities::count() const {
    return inside_->count;
}

Result<Authorities> Authorities::of(const std::vector<std::string>& texts) {
    const NoErrorsLeft no_errors_left;
    const auto inside = std::make_shared<Inside>();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string& text = texts[i];
        const auto before = inside->count;
        if (text.find("-----BEGIN ") != std::string::npos) {
            const auto bio = reading(text);
            while (const Owned<X509> one{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)})
                inside->add(one.get());
            // The end of the text is told as an error, too; any other is one.
            if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE) inside->count = before;
            ERR_clear_error();
        } else {
            const auto* at = reinterpret_cast<const unsigned char*>(text.data());
            const auto* end = at + text.size();
            const Owned<X509> one(d2i_X509(nullptr, &at, static_cast<long>(text.size())));
            if (one && at == end) inside->add(one.get());
        }
        if (inside->count == before)
            return invalid_field(std::to_string(i), "Không phải chứng thư ở dạng PEM hoặc DER.",
                                 "Not a certificate in PEM or DER.");
    }
    Authorities authorities;
    authorities.inside_ = inside;
    return authorities;
}

namespace {

// One signer's signature and the certificates that came along; `certificate` is the signer's.
struct Opened {
    Owned<CMS_ContentInfo> cms;
    CMS_SignerInfo* signer = nullptr;
    Owned<STACK_OF(X509)> certificates;
    X509* certificate = nullptr;
};

Result<Opened> open(std::string_view der) {
    if (der.size() > kSignatureBytesMax)
        return no_signature("Chữ ký số dài quá " + std::to_string(kSignatureBytesMax / 1024) + " KiB.",
                            "A signature has at most " + std::to_string(kSignatureBytesMax / 1024) + " KiB.");
    Opened opened;
    const auto* read = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = read + der.size();
    opened.cms.reset(d2i_CMS_ContentInfo(nullptr, &read, static_cast<long>(der.size())));
    auto* cms = opened.cms.get();
    if (!cms || read != end || OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed)
        return no_signature("Không phải chữ ký số CMS (PKCS#7) ở dạng DER.", "Not a signature in CMS (PKCS#7), DER.");
    if (CMS_is_detached(cms) != 1 || OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_pkcs7_data)
        return no_signature("Chữ ký số phải tách rời: tệp chỉ có chữ ký, không kèm nội dung được ký.",
                            "The signature must be detached: without the bytes that were signed.");
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (!signers || sk_CMS_SignerInfo_num(signers) != 1)
        return no_signature("Mỗi tệp chữ ký phải có đúng một người ký.", "A signature has exactly one signer.");
    opened.signer = sk_CMS_SignerInfo_value(signers, 0);
    opened.certificates.reset(CMS_get1_certs(cms));
    for (int i = 0; !opened.certificate && i < sk_X509_num(opened.certificates.get()); ++i) {
        X509* one = sk_X509_value(opened.certificates.get(), i);
        if (CMS_SignerInfo_cert_cmp(opened.signer, one) == 0) opened.certificate = one;
    }
    if (!opened.certificate || !X509_get0_pubkey(opened.certificate) ||
        !time_of(X509_get0_notBefore(opened.certificate)) || !time_of(X509_get0_notAfter(opened.certificate)))
        return no_signature("Tệp chữ ký phải kèm chứng thư của người ký.",
                            "The signature must carry the signer's certificate.");
    return opened;
}

}  // namespace

Result<Validated> validate(std::string_view der, std::string_view bytes, const Authorities& authorities, Time at) {
    const NoErrorsLeft no_errors_left;
    const auto opened = open(der);
    if (!opened) return opened.error();
    const auto content = reading_through_a_filter(bytes);
    const unsigned how = CMS_DETACHED | CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    if (CMS_verify(opened->cms.get(), nullptr, nullptr, content.get(), nullptr, how) != 1)
        return Refusal{"signature-invalid",
                       "/signature",
                       "",
                       "Chữ ký số này không phải là chữ ký trên các byte của bản ghi này.",
                       "This is no signature over the bytes of this record.",
                       {}};

    X509* certificate = nullptr;  // the one it was verified with
    X509_ALGOR *digest = nullptr, *scheme = nullptr;
    CMS_SignerInfo_get0_algs(opened->signer, nullptr, &certificate, &digest, &scheme);
    const ASN1_OBJECT *digest_name = nullptr, *scheme_name = nullptr;
    X509_ALGOR_get0(&digest_name, nullptr, nullptr, digest);
    X509_ALGOR_get0(&scheme_name, nullptr, nullptr, scheme);
    EVP_PKEY* key = X509_get0_pubkey(certificate);

    Validated found;
    found.common_name = common_name_of(certificate);
    auto& report = found.report;
    report.algorithm = label_of(name_of(scheme_name) + ", " + name_of(digest_name));
    report.key = label_of(key_of(key));
    report.subject = name_of(X509_get_subject_name(certificate));
    report.issuer = name_of(X509_get_issuer_name(certificate));
    report.serial = label_of(serial_of(certificate));
    report.not_before = time_of(X509_get0_notBefore(certificate)).value();
    report.not_after = time_of(X509_get0_notAfter(certificate)).value();
    report.certificate = digest_of(certificate);
    report.claimed_at = claimed_by(opened->signer);
    report.received_at = at;
    if (is_strong(digest_name) && EVP_PKEY_get_security_bits(key) >= kSecurityBitsMin) {
        trace_issuer(report, certificate, opened->certificates.get(), authorities, at);
    } else {
        report.standing = SignatureStanding::weak;
        report.why = report.algorithm;
    }
    return found;
}

}  // namespace minhbach::services::signature
