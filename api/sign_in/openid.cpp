#include "api/sign_in/openid.hpp"

#include <boost/asio/ip/address.hpp>

#include "api/http/client.hpp"
#include "api/http/target.hpp"
#include "api/sign_in/claims.hpp"
#include "api/sign_in/secrets.hpp"
#include "events/codec/document.hpp"
#include "events/merkle/base64.hpp"
#include "events/record.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::sign_in {
namespace {

constexpr std::size_t kAskedMax = 10'000;
constexpr std::size_t kAskedOfNetworkMax = 1'000;
constexpr std::int64_t kAnswerWithinMillis = 10 * 60'000;
constexpr std::int64_t kProviderKnownMillis = 60 * 60'000;
constexpr std::chrono::seconds kAskedAgainAfter{10};    // a provider that did not describe itself
constexpr std::int64_t kKeysAskedAgainMillis = 10'000;  // for a key that is not known: no oftener
constexpr std::chrono::seconds kStepMax{10};
constexpr std::uint64_t kAnswerBytesMax = 1u << 20;

Refusal refused(std::string vi, std::string en) {
    return {"sign-in-refused", "", "", std::move(vi), std::move(en), {}};
}

Refusal unavailable(const std::string& what) {
    return {"provider-unavailable",
            "",
            "",
            "Hệ thống xác thực không trả lời; hãy thử lại sau.",
            "The identity provider does not answer (" + what + "); try again later.",
            {}};
}

std::string base64url(std::string_view bytes) {
    auto text = events::merkle::base64(bytes);
    while (text.ends_with('=')) text.pop_back();
    for (char& letter : text) letter = letter == '+' ? '-' : letter == '/' ? '_' : letter;
    return text;
}

struct Place {
    std::string origin, target;  // "https://host:port", "/path?query"
};

// https, or http to this machine.
std::optional<Place> place_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    const auto slash = url.find('/', scheme + 3);
    Place place{std::string(url.substr(0, slash)),
                slash == std::string_view::npos ? "/" : std::string(url.substr(slash))};
    const auto host = std::string_view(place.origin).substr(scheme + 3);
    if (url.starts_with("https://")) return place;
    const auto after = host.find_first_of(":", host.starts_with('[') ? host.find(']') : 0);
    const auto name = host.substr(0, after);
    const bool is_here = name == "127.0.0.1" || name == "localhost" || name == "[::1]";
    if (!url.starts_with("http://") || !is_here) return std::nullopt;
    return place;
}

Result<std::unique_ptr<http::Client>> client_of(const Place& place) {
    http::ClientOptions options;
    options.step_max = kStepMax;
    options.body_bytes_max = kAnswerBytesMax;
    return http::Client::to(place.origin, options);
}

Result<std::string> fetched(const std::string& url) {
    const auto place = place_of(url);
    if (!place) return unavailable(url + " goes over the network in the clear");
    auto client = client_of(*place);
    if (!client) return client.error();
    auto body = (*client)->get(place->target);
    if (!body) return unavailable(body.error().detail_en);
    return body;
}

}  // namespace

OpenId::~OpenId() = default;

Result<std::unique_ptr<OpenId>> OpenId::with(OpenIdOptions options) {
    while (options.issuer.ends_with('/') && options.issuer.find("://") + 3 < options.issuer.size() - 1 &&
           options.issuer.find('/', options.issuer.find("://") + 3) == options.issuer.size() - 1)
        options.issuer.pop_back();
    const bool is_sound = place_of(options.issuer) && place_of(options.public_url);
    if (!is_sound || options.client_id.empty()) {
        return invalid_field(
            "", "Hệ thống xác thực và địa chỉ công khai cần dạng https://máy[:cổng]; http chỉ trên máy này.",
            "The issuer and the public address take the form https://host[:port]; http only on this "
            "machine.");
    }
    if (options.public_url.ends_with('/')) options.public_url.pop_back();
    return std::unique_ptr<OpenId>(new OpenId(std::move(options)));
}

// What it said of itself, or why it did not a moment ago; nothing: it is to be asked.
std::optional<Result<OpenId::Provider>> OpenId::known(Time now) {
    const std::lock_guard lock(mutex_);
    if (provider_ && now < provider_->read_at.plus_millis(kProviderKnownMillis)) return Result<Provider>(*provider_);
    if (failed_ && std::chrono::steady_clock::now() < ask_again_) return Result<Provider>(*failed_);
    return std::nullopt;
}

Result<OpenId::Provider> OpenId::provider(Time now) {
    if (auto answer = known(now)) return *std::move(answer);
    // One asks; whoever waits here meanwhile has the same answer, so that one that is away holds everybody up once.
    const std::lock_guard asking(discovery_);
    if (auto answer = known(now)) return *std::move(answer);
    auto described = discovered(now);
    const std::lock_guard lock(mutex_);
    if (described) {
        provider_ = *described;
        failed_.reset();
    } else {
        failed_ = described.error();
        ask_again_ = std::chrono::steady_clock::now() + kAskedAgainAfter;
    }
    return described;
}

Result<OpenId::Provider> OpenId::discovered(Time now) const {
    const auto text = fetched(options_.issuer + "/.well-known/openid-configuration");
    if (!text) return text.error();
    const auto document = json::Document::parse(*text);
    if (!document) return unavailable("its description is no JSON");
    const auto root = document->root();
    // Discovery 1.0, section 4.3: who describes itself as another is not the provider that was named.
    if (text_of(root, "issuer") != options_.issuer) return unavailable("it describes another issuer");
    Provider known{text_of(root, "authorization_endpoint"), text_of(root, "token_endpoint"), text_of(root, "jwks_uri"),
                   now};
    if (!place_of(known.authorization_endpoint) || !place_of(known.token_endpoint) || !place_of(known.jwks_uri))
        return unavailable("its description lacks an endpoint");
    return known;
}

Result<std::shared_ptr<const KeySet>> OpenId::keys(const Provider& provider, std::string_view id, Time now) {
    {
        const std::lock_guard lock(mutex_);
        const bool is_known =
            keys_ && (id.empty() || keys_->has(id)) && now < keys_read_.plus_millis(kProviderKnownMillis);
        if (is_known || (keys_ && now < keys_read_.plus_millis(kKeysAskedAgainMillis))) return keys_;
    }
    const auto text = fetched(provider.jwks_uri);
    if (!text) return text.error();
    auto set = KeySet::parse(*text);
    if (!set) return unavailable("its keys are no JSON");
    const std::lock_guard lock(mutex_);
    keys_ = std::make_shared<const KeySet>(std::move(*set));
    keys_read_ = now;
    return keys_;
}

Result<OpenId::Begun> OpenId::begin(std::string path, std::optional<PersonCode> again, std::string network, Time now) {
    const auto known = provider(now);
    if (!known) return known.error();
    Asked asked{random_secret(""),
                random_secret(""),
                std::move(path),
                random_secret(""),
                std::move(network),
                std::move(again),
                now};
    const auto state = random_secret("");
    std::string location = known->authorization_endpoint;
    location += location.find('?') == std::string::npos ? '?' : '&';
    location += "response_type=code&scope=openid%20profile&client_id=" + http::percent_encode(options_.client_id) +
                "&redirect_uri=" + http::percent_encode(options_.public_url + std::string(kReturnPath)) +
                "&state=" + state + "&nonce=" + asked.nonce +
                "&code_challenge_method=S256&code_challenge=" + base64url(events::view(events::sha256(asked.verifier)));
    if (asked.again) location += "&prompt=login&max_age=0";
    Begun begun{std::move(location), asked.binding};
    const std::lock_guard lock(mutex_);
    make_room(asked.network, now);
    if (asked_.size() >= kAskedMax)
        return Refusal{"overloaded",
                       "",
                       "",
                       "Quá nhiều người đang đăng nhập; hãy thử lại sau.",
                       "Too many people are signing in; try again later.",
                       {}};
    asked_.emplace(state, std::move(asked));
    return begun;
}

void OpenId::make_room(const std::string& network, Time now) {
    std::erase_if(asked_, [&](const auto& one) { return now >= one.second.at.plus_millis(kAnswerWithinMillis); });
    std::size_t count = 0;
    auto oldest = asked_.end();
    for (auto one = asked_.begin(); one != asked_.end(); ++one) {
        if (one->second.network != network) continue;
        ++count;
        if (oldest == asked_.end() || one->second.at < oldest->second.at) oldest = one;
    }
    if (count >= kAskedOfNetworkMax) asked_.erase(oldest);
}

std::optional<OpenId::Asked> OpenId::take(std::string_view state, Time now) {
    const std::lock_guard lock(mutex_);
    const auto found = asked_.find(state);
    if (found == asked_.end()) return std::nullopt;
    auto asked = std::move(found->second);
    asked_.erase(found);
    if (now >= asked.at.plus_millis(kAnswerWithinMillis)) return std::nullopt;
    return asked;
}

Result<std::string> OpenId::id_token_for(const Provider& provider, std::string_view code,
                                         const std::string& verifier) const {
    const auto place = place_of(provider.token_endpoint);
    auto client = client_of(*place);
    if (!client) return client.error();
    std::string form = "grant_type=authorization_code&code=" + http::percent_encode(code) +
                       "&redirect_uri=" + http::percent_encode(options_.public_url + std::string(kReturnPath)) +
                       "&code_verifier=" + verifier + "&client_id=" + http::percent_encode(options_.client_id);
    if (!options_.client_secret.empty()) form += "&client_secret=" + http::percent_encode(options_.client_secret);
    const auto answered = (*client)->post(place->target, "application/x-www-form-urlencoded", std::move(form));
    if (!answered) return unavailable(answered.error().detail_en);
    if (answered->status != 200)
        return refused("Hệ thống xác thực không chấp nhận lần đăng nhập này.",
                       "The provider did not accept the code (" + std::to_string(answered->status) + ").");
    const auto document = json::Document::parse(answered->body);
    return document ? text_of(document->root(), "id_token") : std::string();
}

Result<OpenId::Returned> OpenId::finish(std::string_view state, std::string_view code, std::string_view binding,
                                        Time now) {
    auto asked = take(state, now);
    if (!asked || !equal_in_constant_time(asked->binding, binding))
        return refused("Lần đăng nhập này đã hết hạn hoặc không bắt đầu từ trình duyệt này.",
                       "This sign-in is over, or did not begin in this browser.");
    const auto known = provider(now);
    if (!known) return known.error();
    const auto token = id_token_for(*known, code, asked->verifier);
    if (!token) return token.error();
    const auto key_id = key_named_by(*token);
    if (!key_id) return refused("Hệ thống xác thực không gửi mã định danh.", "The provider sent no ID token.");
    const auto set = keys(*known, *key_id, now);
    if (!set) return set.error();
    const Expected expected{options_.issuer,       options_.client_id,  asked->nonce,
                            options_.person_claim, now.millis() / 1000, options_.skew.count()};
    const auto checked = check_id_token(*token, **set, expected);
    if (!checked) return checked.error();
    const auto person = PersonCode::parse(checked->person);
    if (!person)
        return refused("Hệ thống xác thực nêu một mã cán bộ không hợp lệ.", "The provider names no person code.");
    if (asked->again && (*asked->again != *person || !checked->auth_time ||
                         *checked->auth_time + options_.skew.count() < asked->at.millis() / 1000))
        return refused("Lần xác thực lại này không phải của người đang đăng nhập, hoặc không được hỏi lại.",
                       "Whoever was asked again is not who is signed in, or was not asked.");
    Proof proof{SignInMethod::openid, {}, {}, {}, now};
    if (checked->acr)
        if (auto acr = Label::parse(*checked->acr)) proof.acr = std::move(*acr);
    for (const auto& method : checked->amr)
        if (auto amr = Label::parse(method)) proof.amr.push_back(std::move(*amr));
    if (auto issuer = Label::parse(options_.issuer)) proof.issuer = std::move(*issuer);
    return Returned{*person, std::move(proof), std::move(asked->path), std::move(asked->again)};
}

}  // namespace minhbach::api::sign_in
