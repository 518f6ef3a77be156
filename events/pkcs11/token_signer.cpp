#include "events/pkcs11/token_signer.hpp"

#include <openssl/crypto.h>
#include <p11-kit/p11-kit.h>
#include <p11-kit/uri.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <vector>

#include "events/files.hpp"
#include "events/merkle/ed25519.hpp"
#include "events/merkle/patient_signer.hpp"
#include "events/refusals.hpp"

namespace minhbach::events::pkcs11 {
namespace {

constexpr std::size_t kPublicKeyBytes = 32;
constexpr std::string_view kOctetString = "\x04\x20";  // DER: a string of 32 bytes follows

using Uri = std::unique_ptr<P11KitUri, decltype(&p11_kit_uri_free)>;
using merkle::SignerUnavailable;

constexpr std::chrono::milliseconds kPatience{2000};  // cards take most of a second

class PinRefused : public SignerUnavailable {
public:
    using SignerUnavailable::SignerUnavailable;
};

std::string reason(const char* what, CK_RV result) {
    return std::string(what) + ": " + p11_kit_strerror(result);
}

void must(CK_RV result, const char* what) {
    if (result != CKR_OK) throw SignerUnavailable(reason(what, result));
}

bool is_about_the_pin(CK_RV result) {
    return result == CKR_PIN_INCORRECT || result == CKR_PIN_INVALID || result == CKR_PIN_LEN_RANGE ||
           result == CKR_PIN_EXPIRED || result == CKR_PIN_LOCKED;
}

// Overwritten when it goes.
struct Pin {
    std::string text;
    explicit Pin(std::string line) : text(std::move(line)) {}
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;
    ~Pin() { OPENSSL_cleanse(text.data(), text.size()); }
};

// One logged-in session with the key in it. Gone with the first error: then everything begins anew, the module too,
// for some see a token that comes back only after that.
class Session {
public:
    Session(P11KitUri* uri, Pin& pin) {
        module_ = p11_kit_module_load(p11_kit_uri_get_module_path(uri), P11_KIT_MODULE_CRITICAL);
        if (module_ == nullptr) throw SignerUnavailable("the module cannot be loaded");
        try {
            must(p11_kit_module_initialize(module_), "the module cannot be begun");
            initialized_ = true;
            must(module_->C_OpenSession(slot_of(uri), CKF_SERIAL_SESSION, nullptr, nullptr, &session_), "no session");
            const auto login =
                module_->C_Login(session_, CKU_USER, reinterpret_cast<CK_UTF8CHAR*>(pin.text.data()), pin.text.size());
            if (is_about_the_pin(login)) throw PinRefused(reason("the token does not take the PIN", login));
            if (login != CKR_USER_ALREADY_LOGGED_IN) must(login, "nobody can be logged in");
            key_ = object_of(uri, CKO_PRIVATE_KEY);
            public_key_ = point_of(object_of(uri, CKO_PUBLIC_KEY));
        } catch (...) {
            close();
            throw;
        }
    }
    ~Session() { close(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const std::string& public_key() const { return public_key_; }

    std::string sign(std::string_view text) const {
        CK_MECHANISM mechanism{CKM_EDDSA, nullptr, 0};
        must(module_->C_SignInit(session_, &mechanism, key_), "the key does not sign");
        std::string bytes(text);
        std::string signature(merkle::kSignatureBytes, '\0');
        CK_ULONG size = signature.size();
        must(module_->C_Sign(session_, reinterpret_cast<CK_BYTE*>(bytes.data()), bytes.size(),
                             reinterpret_cast<CK_BYTE*>(signature.data()), &size),
             "the key does not sign");
        if (size != signature.size()) throw SignerUnavailable("the token's signature has another size");
        return signature;
    }

private:
    void close() {
        if (initialized_) p11_kit_module_finalize(module_);
        p11_kit_module_release(module_);
    }

    CK_SLOT_ID slot_of(P11KitUri* uri) const {
        CK_ULONG count = 0;
        must(module_->C_GetSlotList(CK_TRUE, nullptr, &count), "no slots");
        std::vector<CK_SLOT_ID> slots(count);
        must(module_->C_GetSlotList(CK_TRUE, slots.data(), &count), "no slots");
        slots.resize(count);
        for (const auto slot : slots) {
            CK_TOKEN_INFO info{};
            if (module_->C_GetTokenInfo(slot, &info) == CKR_OK && p11_kit_uri_match_token_info(uri, &info) == 1)
                return slot;
        }
        throw SignerUnavailable("the token is not there");
    }

    // The one object of this class that the URI names; an Ed25519 key, as far as its type says so.
    CK_OBJECT_HANDLE object_of(P11KitUri* uri, CK_OBJECT_CLASS of_class) const {
        const std::string kind = of_class == CKO_PRIVATE_KEY ? "private" : "public";
        std::vector<CK_ATTRIBUTE> wanted{{CKA_CLASS, &of_class, sizeof of_class}};
        for (const CK_ATTRIBUTE_TYPE named : {CKA_LABEL, CKA_ID}) {
            if (const auto* attribute = p11_kit_uri_get_attribute(uri, named)) wanted.push_back(*attribute);
        }
        must(module_->C_FindObjectsInit(session_, wanted.data(), wanted.size()), "no search");
        std::array<CK_OBJECT_HANDLE, 2> found{};
        CK_ULONG count = 0;
        const auto searched = module_->C_FindObjects(session_, found.data(), found.size(), &count);
        module_->C_FindObjectsFinal(session_);
        must(searched, "no search");
        if (count == 0) throw SignerUnavailable("the token holds no " + kind + " key of this name");
        if (count > 1) throw SignerUnavailable("the token holds several " + kind + " keys of this name");
        CK_KEY_TYPE type = 0;
        CK_ATTRIBUTE attribute{CKA_KEY_TYPE, &type, sizeof type};
        must(module_->C_GetAttributeValue(session_, found[0], &attribute, 1), "no type of the key");
        if (type != CKK_EC_EDWARDS) throw SignerUnavailable("the key is not an Ed25519 key");
        return found[0];
    }

    // The point is kept as a DER octet string; some modules give the bare bytes.
    std::string point_of(CK_OBJECT_HANDLE object) const {
        constexpr std::size_t kPointMax = 256;
        std::string point(kPointMax, '\0');
        CK_ATTRIBUTE attribute{CKA_EC_POINT, point.data(), point.size()};
        must(module_->C_GetAttributeValue(session_, object, &attribute, 1), "no public key");
        point.resize(attribute.ulValueLen);
        if (point.size() == kOctetString.size() + kPublicKeyBytes && point.starts_with(kOctetString))
            point.erase(0, kOctetString.size());
        if (point.size() != kPublicKeyBytes) throw SignerUnavailable("the key is not an Ed25519 key");
        return point;
    }

    CK_FUNCTION_LIST* module_ = nullptr;
    bool initialized_ = false;
    CK_SESSION_HANDLE session_ = 0;
    CK_OBJECT_HANDLE key_ = 0;
    std::string public_key_;
};

class TokenSigner : public merkle::Signer {
public:
    TokenSigner(Uri uri, std::filesystem::path pin_file) : uri_(std::move(uri)), pin_file_(std::move(pin_file)) {
        session_ = connected();
        public_key_ = session_->public_key();
    }

    const std::string& public_key() const override { return public_key_; }

    std::string sign(std::string_view text) const override {
        const std::lock_guard lock(mutex_);
        try {
            if (!session_) session_ = connected();
            if (session_->public_key() != public_key_) throw SignerUnavailable("the token holds another key");
            auto signature = session_->sign(text);
            // What a failing token gives must not leave the house.
            if (!merkle::NamedKey{"token", merkle::kNoteKey, public_key_}.verify(text, signature))
                throw SignerUnavailable("the token's signature is wrong");
            return signature;
        } catch (const SignerUnavailable&) {
            session_.reset();
            throw;
        }
    }

private:
    std::unique_ptr<Session> connected() const {
        Pin pin(pin_line());
        if (refused_pin_ && refused_pin_->text == pin.text)
            throw SignerUnavailable("the token did not take the PIN; its file must hold another");
        try {
            return std::make_unique<Session>(uri_.get(), pin);
        } catch (const PinRefused&) {
            refused_pin_ = std::make_unique<Pin>(pin.text);
            throw;
        }
    }

    std::string pin_line() const {
        try {
            auto line = read_file(pin_file_);
            if (!line) throw SignerUnavailable("the file of the PIN is missing");
            if (is_exposed(pin_file_)) throw SignerUnavailable("the file of the PIN can be read by others");
            while (line->ends_with('\n') || line->ends_with('\r')) line->pop_back();
            return *std::move(line);
        } catch (const std::system_error& error) {
            throw SignerUnavailable(error.what());
        }
    }

    const Uri uri_;
    const std::filesystem::path pin_file_;
    std::string public_key_;
    mutable std::mutex mutex_;  // guards what follows
    mutable std::unique_ptr<Session> session_;
    mutable std::unique_ptr<Pin> refused_pin_;
};

// "file:/path", "file:///path" or "/path".
std::filesystem::path pin_file_of(std::string_view source) {
    constexpr std::string_view kFile = "file:";
    if (source.starts_with(kFile)) source.remove_prefix(kFile.size());
    if (source.starts_with("///")) source.remove_prefix(2);
    return source;
}

}  // namespace

Refusal unavailable(const std::string& why) {
    return {"signer-unavailable",
            "",
            "",
            "Không dùng được khóa ký trong thiết bị PKCS#11 (" + why + ").",
            "The signing key in the PKCS#11 token cannot be used: " + why + ".",
            {}};
}

Result<std::shared_ptr<const merkle::Signer>> open_token(const std::string& text) {
    Uri uri(p11_kit_uri_new(), &p11_kit_uri_free);
    const bool is_uri =
        p11_kit_uri_parse(text.c_str(), P11_KIT_URI_FOR_OBJECT_ON_TOKEN_AND_MODULE, uri.get()) == P11_KIT_URI_OK &&
        text.find_first_of(" \n") == std::string::npos;
    if (is_uri && p11_kit_uri_get_pin_value(uri.get()) != nullptr) {
        return invalid_field("", "URI PKCS#11 không được chứa mã PIN; hãy nêu tệp bằng pin-source.",
                             "A PKCS#11 URI must not hold the PIN; name its file with pin-source.");
    }
    const char* source = is_uri ? p11_kit_uri_get_pin_source(uri.get()) : nullptr;
    const auto pin_file = pin_file_of(source != nullptr ? source : "");
    if (!pin_file.is_absolute() || p11_kit_uri_get_module_path(uri.get()) == nullptr) {
        return invalid_field("", "URI PKCS#11 cần có token, object, module-path và pin-source (đường dẫn tuyệt đối).",
                             "A PKCS#11 URI needs token, object, module-path and pin-source (an absolute path).");
    }
    try {
        if (std::filesystem::exists(pin_file) && is_exposed(pin_file)) {
            return Refusal{"directory-exposed",
                           "",
                           "",
                           "Tệp mã PIN " + pin_file.string() + " cho phép người khác đọc; hãy chạy: chmod 600 " +
                               pin_file.string(),
                           "The file of the PIN " + pin_file.string() + " can be read by others; run: chmod 600 " +
                               pin_file.string(),
                           {}};
        }
        return std::shared_ptr<const merkle::Signer>(std::make_shared<merkle::PatientSigner>(
            std::make_shared<TokenSigner>(std::move(uri), pin_file), kPatience));
    } catch (const std::system_error& error) {
        return unavailable(error.what());
    } catch (const SignerUnavailable& error) {
        return unavailable(error.what());
    }
}

}  // namespace minhbach::events::pkcs11
