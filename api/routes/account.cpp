// The local account: slips that the unit gives out, one's own password, device and sessions.
#include "api/routes/answer.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/router.hpp"
#include "api/routes/session.hpp"
#include "api/sign_in/totp.hpp"
#include "services/organisation/authority.hpp"

namespace minhbach::api::routes {
namespace {

struct Slip {
    PersonCode person;
    // Absent: this person has a password; another who may give out slips has to ask within a day.
    std::optional<std::string> slip;
    bool second_needed = false;
};
BOOST_DESCRIBE_STRUCT(Slip, (), (person, slip, second_needed))

http::Response kept_to_oneself(http::Response response) {
    response.headers.set("Cache-Control", "no-store");
    return response;
}

// Whoever keeps the people of the unit, or runs the system; nobody for themselves.
bool may_give_slip(Context& context, const PersonCode& person) {
    bool may = false;
    context.house.desk.look([&](services::Past& past, Time now) {
        const auto& registry = past.registry();
        const auto* known = registry.person(person);
        if (!known || person == context.person()) return;
        const Date today = now.local_date();
        const Reader reader(registry, context.person(), today);
        const auto* post = known->main_post_at(today);
        const Place place{person, post ? post->unit : UnitCode(),
                          post ? std::optional(post->managed_by) : std::nullopt};
        for (const auto* mandate : registry.mandates_of(context.person())) {
            const auto& powers = mandate->granted.powers;
            const bool keeps = std::find(powers.begin(), powers.end(), Power::record) != powers.end();
            may = may ||
                  (keeps && post && mandate->holds_on(today) && lets_see(registry, mandate->granted, place, today));
        }
        may = may || reader.administers();
    });
    return may;
}

awaitable<http::Response> give_slip(Context& context) {
    const auto person = id_in_path<PersonCode>(context, "person");
    if (!person) co_return http::problem(person.error());
    if (!may_give_slip(context, *person)) co_return http::problem(no_such_thing());
    Event entry = AccountChanged{*person, AccountChange::slip_issued, {}};
    const bool is_noted = co_await noted(context.house, context.person(), std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    auto slip = context.house.identity.accounts.issue_slip(*person, context.person(), context.house.wall.now());
    const bool second_needed = !slip.has_value();
    co_return kept_to_oneself(
        http::json(second_needed ? 202 : 201, json::to_json(Slip{*person, std::move(slip), second_needed})));
}

awaitable<http::Response> changed(Context& context, AccountChange change) {
    Event entry = AccountChanged{context.person(), change, {}};
    const bool is_noted = co_await noted(context.house, context.person(), std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    co_return shown_session(context.house, context.signed_in);
}

awaitable<http::Response> change_password(Context& context) {
    auto given = json::from_json<NewPassword>(context.request.body);
    if (!given) co_return http::problem(given.error());
    const sign_in::Typed typed{context.person(), std::move(given->password), std::move(given->code)};
    const auto done = context.house.identity.accounts.change_password(typed, given->next, context.house.wall.now());
    if (!done) co_return http::problem(done.error());
    co_return co_await changed(context, AccountChange::password_set);
}

struct Device {
    std::string key;   // base32, to be typed
    std::string link;  // otpauth:, for a QR code
};
BOOST_DESCRIBE_STRUCT(Device, (), (key, link))

awaitable<http::Response> propose_device(Context& context) {
    const auto key = context.house.identity.accounts.propose_device(context.person());
    if (!key) co_return http::problem(key.error());
    const auto link = sign_in::totp::link(*key, context.person().str(), "MinhBach");
    co_return kept_to_oneself(http::json(200, json::to_json(Device{*key, link})));
}

awaitable<http::Response> confirm_device(Context& context) {
    const auto given = json::from_json<DeviceCode>(context.request.body);
    if (!given) co_return http::problem(given.error());
    const auto done =
        context.house.identity.accounts.confirm_device(context.person(), given->code, context.house.wall.now());
    if (!done) co_return http::problem(done.error());
    co_return co_await changed(context, AccountChange::code_device_set);
}

awaitable<http::Response> remove_device(Context& context) {
    auto given = json::from_json<RemoveDevice>(context.request.body);
    if (!given) co_return http::problem(given.error());
    const sign_in::Typed typed{context.person(), std::move(given->password), std::move(given->code)};
    const auto done = context.house.identity.accounts.remove_device(typed, context.house.wall.now());
    if (!done) co_return http::problem(done.error());
    co_return co_await changed(context, AccountChange::code_device_removed);
}

struct SessionLine {
    Digest session;
    Time began_at;
    Time last_used;  // to the minute
    SignInMethod method = SignInMethod::token;
    bool this_one = false;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (session, began_at, last_used, method, this_one))

struct SessionLines {
    std::vector<SessionLine> items;
};
BOOST_DESCRIBE_STRUCT(SessionLines, (), (items))

awaitable<http::Response> own_sessions(Context& context) {
    SessionLines lines;
    for (const auto& [hash, session] : context.house.identity.sessions.of(context.person(), context.house.wall.now()))
        lines.items.push_back(
            {hash, session.began.at, session.last_used, session.began.method, hash == context.signed_in->token_hash});
    co_return kept_to_oneself(http::json(200, json::to_json(lines)));
}

Route own(std::string method, std::string path, std::string name, Words summary, std::vector<Body> request,
          std::vector<Body> response, Handle handle) {
    Route route =
        open_read(std::move(path), std::move(name), std::move(summary), std::move(response), std::move(handle));
    route.method = std::move(method);
    route.access = Access::signed_in;
    route.permission = "any signed-in person, of the own account";
    route.request = std::move(request);
    if (route.method == "GET") return route;
    route.heavy = true;  // a password takes a tenth of a second of a processor
    route.attempts_sign_in = true;
    route.refusals = {"sign-in-refused", "code-required", "sign-in-shut",
                      "malformed-json",  "invalid-field", "unsupported-media-type"};
    return route;
}

}  // namespace

std::vector<Route> account_routes() {
    Route slip = own("POST", "/v1/accounts/{person}/slips", "give-slip",
                     {"Cấp phiếu tài khoản có mã dùng một lần; người đã có mật khẩu cần hai người cấp",
                      "Give out a slip with a one-time code; for who has a password it takes two persons"},
                     {}, {{"application/json", schema<Slip>()}}, give_slip);
    slip.success = 201;
    slip.also = {202};
    slip.permission = "record over the person, or administer; never for oneself";
    slip.refusals = {"not-found-or-not-allowed"};
    slip.signs = true;
    return {
        std::move(slip),
        own("POST", "/v1/account/password", "change-password", {"Đổi mật khẩu của mình", "Change the own password"},
            {{"application/json", request_schema<NewPassword>({})}}, {session_body()}, change_password),
        own("POST", "/v1/account/device", "propose-device",
            {"Tạo khóa cho ứng dụng mã dùng một lần", "A key for an app of one-time codes"}, {},
            {{"application/json", schema<Device>()}}, propose_device),
        own("POST", "/v1/account/device/confirmation", "confirm-device",
            {"Xác nhận ứng dụng bằng một mã của nó", "Confirm the app by a code of it"},
            {{"application/json", request_schema<DeviceCode>({})}}, {session_body()}, confirm_device),
        own("POST", "/v1/account/device/removal", "remove-device",
            {"Bỏ ứng dụng mã dùng một lần", "Do without the app of one-time codes"},
            {{"application/json", request_schema<RemoveDevice>({})}}, {session_body()}, remove_device),
        own("GET", "/v1/account/sessions", "own-sessions",
            {"Các phiên đang đăng nhập của mình", "The own sessions that are signed in"}, {},
            {{"application/json", schema<SessionLines>()}}, own_sessions),
    };
}

}  // namespace minhbach::api::routes
